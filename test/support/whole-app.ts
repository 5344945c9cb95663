import { ScheduleModule } from '@nestjs/schedule';
import { startApp, type TestApp, type TestAppOptions } from '@wheelhouse/testing';
import { ENTITIES, FEATURES, WORKER_FEATURES } from '../../apps/api/src/features.js';
import { HealthController } from '../../apps/api/src/health.controller.js';
import { Readiness } from '../../apps/api/src/readiness.js';

type Options = Partial<Pick<TestAppOptions, 'database' | 'env'>>;

const HEALTH = { module: class HealthModule {}, controllers: [HealthController], providers: [Readiness] };

/** The API as it is composed in production, every feature and the health routes, on a database and with a clock of the test. */
export const startWholeApp = (options: Options = {}): Promise<TestApp> =>
  startApp({ ...options, imports: [...FEATURES, HEALTH], entities: ENTITIES });

/** A worker as it is composed in production: schedules tick and jobs are done. */
export const startWorker = (options: Options = {}): Promise<TestApp> =>
  startApp({
    ...options,
    role: 'worker',
    imports: [ScheduleModule.forRoot(), ...FEATURES, ...WORKER_FEATURES],
    entities: ENTITIES,
  });

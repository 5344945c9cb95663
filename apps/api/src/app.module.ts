import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { type AppConfig, ConfigModule } from '@wheelhouse/platform-config';
import { type Clock, DatabaseModule } from '@wheelhouse/platform-db';
import { HttpModule } from '@wheelhouse/platform-http';
import { JobsModule } from '@wheelhouse/platform-jobs';
import { MailModule } from '@wheelhouse/platform-mail';
import { ENTITIES, FEATURES, WORKER_FEATURES } from './features.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

const platform = (config: AppConfig, role: 'producer' | 'worker', clock?: Clock) => [
  ConfigModule.forRoot(config),
  DatabaseModule.forRoot({ ...databaseOf(config, role), entities: ENTITIES }, clock),
  JobsModule.forRoot({ connectionString: config.DATABASE_URL, role, stopWithinMs: config.SHUTDOWN_SECONDS * 1000 }),
  MailModule.forRoot({ from: config.MAIL_FROM, smtpUrl: config.SMTP_URL }),
];

/** Jobs may take long over one statement, requests may not. */
const databaseOf = (config: AppConfig, role: 'producer' | 'worker') => ({
  url: config.DATABASE_URL,
  poolSize: config.DATABASE_POOL_SIZE ?? (role === 'worker' ? 6 : 16),
  waitMs: config.DATABASE_WAIT_MS,
  statementMs: role === 'worker' ? 0 : config.DATABASE_STATEMENT_MS,
});

/** Composition roots: which parts make up the API, the worker, and a command. */
@Module({})
export class AppModule {
  static api(config: AppConfig, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      controllers: [HealthController],
      providers: [Readiness],
      imports: [...platform(config, 'producer', clock), HttpModule, ...FEATURES],
    };
  }

  static worker(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      providers: [Readiness],
      imports: [...platform(config, 'worker'), ScheduleModule.forRoot(), ...FEATURES, ...WORKER_FEATURES],
    };
  }

  /** For commands that a person runs by hand: no routes, no schedules, no jobs of others. */
  static command(config: AppConfig): DynamicModule {
    return { module: AppModule, imports: [...platform(config, 'producer'), ...FEATURES] };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { type AppConfig, ConfigModule } from '@wheelhouse/platform-config';
import { type Clock, DatabaseModule } from '@wheelhouse/platform-db';
import { HttpModule } from '@wheelhouse/platform-http';
import { JobsModule } from '@wheelhouse/platform-jobs';
import { MailModule } from '@wheelhouse/platform-mail';
import { ENTITIES, FEATURES, WORKER_FEATURES } from './features.js';
import { HealthController } from './health.controller.js';

const platform = (config: AppConfig, role: 'producer' | 'worker', clock?: Clock) => [
  ConfigModule.forRoot(config),
  DatabaseModule.forRoot({ url: config.DATABASE_URL, entities: ENTITIES, poolSize: role === 'worker' ? 6 : 16 }, clock),
  JobsModule.forRoot({ connectionString: config.DATABASE_URL, role }),
  MailModule.forRoot({ from: config.MAIL_FROM, smtpUrl: config.SMTP_URL }),
];

/** Composition roots: which parts make up the API, the worker, and a command. */
@Module({})
export class AppModule {
  static api(config: AppConfig, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      controllers: [HealthController],
      imports: [...platform(config, 'producer', clock), HttpModule, ...FEATURES],
    };
  }

  static worker(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [...platform(config, 'worker'), ScheduleModule.forRoot(), ...FEATURES, ...WORKER_FEATURES],
    };
  }

  /** For commands that a person runs by hand: no routes, no schedules, no jobs of others. */
  static command(config: AppConfig): DynamicModule {
    return { module: AppModule, imports: [...platform(config, 'producer'), ...FEATURES] };
  }
}

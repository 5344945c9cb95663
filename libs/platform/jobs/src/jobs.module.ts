import { type DynamicModule, Module } from '@nestjs/common';
import { JOBS_OPTIONS, type JobsOptions } from './jobs.options.js';
import { JobsService } from './jobs.service.js';

/** Background jobs in the same PostgreSQL. The API is a producer; only workers open connections for it. */
@Module({})
export class JobsModule {
  static forRoot(options: JobsOptions): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      providers: [{ provide: JOBS_OPTIONS, useValue: options }, JobsService],
      exports: [JobsService],
    };
  }
}

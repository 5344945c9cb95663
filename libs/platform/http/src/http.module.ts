import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ProblemFilter } from './problem.filter.js';
import { Repeats } from './repeats/repeats.js';
import { RepeatsRepository } from './repeats/repeats.repository.js';
import { TransactionInterceptor } from './transaction.interceptor.js';
import { RequestValidationPipe } from './validation.pipe.js';

/** What every request passes: validation, the tenant's transaction, and the one filter for errors. */
@Global()
@Module({
  providers: [
    Repeats,
    RepeatsRepository,
    { provide: APP_PIPE, useClass: RequestValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [RepeatsRepository],
})
export class HttpModule {}

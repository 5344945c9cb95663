import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DailyRoundsJob } from './daily-rounds.job.js';
import { MakeExportJob } from './make-export.job.js';
import { OperatorController } from './operator.controller.js';
import { OperatorRepository } from './operator.repository.js';
import { PlanService } from './plan.service.js';
import { RateRepository } from './rate.repository.js';
import { RequestRate } from './request-rate.js';
import { RequestRateGuard } from './request-rate.guard.js';
import { TenantClosingService } from './tenant-closing.service.js';
import { TenantContentRepository } from './tenant-content.repository.js';
import { TenantExportsController } from './tenant-exports.controller.js';
import { TenantExportsRepository } from './tenant-exports.repository.js';
import { TenantExportsService } from './tenant-exports.service.js';
import {
  TenantExportEntity,
  TenantExportPartEntity,
  TenantMeasurementEntity,
  TenantMinuteEntity,
} from './tenant-life.entities.js';
import { UsageRepository } from './usage.repository.js';

export const TENANT_LIFE_ENTITIES = [
  TenantExportEntity,
  TenantExportPartEntity,
  TenantMeasurementEntity,
  TenantMinuteEntity,
];

/** Plans and limits, usage, archives of everything, and the end of a tenant. */
@Module({
  controllers: [OperatorController, TenantExportsController],
  providers: [
    { provide: APP_GUARD, useClass: RequestRateGuard },
    RequestRate,
    RateRepository,
    PlanService,
    UsageRepository,
    OperatorRepository,
    TenantClosingService,
    TenantExportsService,
    TenantExportsRepository,
    TenantContentRepository,
  ],
  exports: [
    OperatorRepository,
    UsageRepository,
    RateRepository,
    TenantClosingService,
    TenantExportsRepository,
    TenantContentRepository,
  ],
})
export class TenantLifeModule {}

/** What the worker does: it makes archives, measures, and deletes what is due. */
@Module({ imports: [TenantLifeModule], providers: [DailyRoundsJob, MakeExportJob] })
export class TenantLifeWorkerModule {}

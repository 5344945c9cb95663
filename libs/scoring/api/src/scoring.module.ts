import { Module } from '@nestjs/common';
import { OrgModule } from '@wheelhouse/org-api';
import { GroupTotalsRepository } from './group-totals.repository.js';
import { MonthPartitionsJob } from './month-partitions.job.js';
import { ObservationEntity } from './observation.entity.js';
import { ObservationsRepository } from './observations.repository.js';
import { OutletScoresController } from './outlet-scores.controller.js';
import { OutletScoresQuery } from './outlet-scores.query.js';
import { OutletWeekEntity } from './outlet-week.entity.js';
import { OutletWeeksRepository } from './outlet-weeks.repository.js';
import { ScoringFacade } from './scoring.facade.js';
import { WeekTotalsRepository } from './week-totals.repository.js';

export const SCORING_ENTITIES = [ObservationEntity, OutletWeekEntity];

@Module({
  imports: [OrgModule],
  controllers: [OutletScoresController],
  providers: [
    ObservationsRepository,
    OutletWeeksRepository,
    WeekTotalsRepository,
    GroupTotalsRepository,
    ScoringFacade,
    OutletScoresQuery,
  ],
  exports: [ScoringFacade],
})
export class ScoringModule {}

/** What the worker does for scoring: it keeps the months of the big tables ahead. */
@Module({ providers: [MonthPartitionsJob], exports: [MonthPartitionsJob] })
export class ScoringWorkerModule {}

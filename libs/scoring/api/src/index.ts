export { SCORING_ENTITIES, ScoringModule, ScoringWorkerModule } from './scoring.module.js';
export { MonthPartitionsJob } from './month-partitions.job.js';
export { ScoringFacade } from './scoring.facade.js';
export type {
  GroupSection,
  GroupWeek,
  NewObservation,
  OutletGroup,
  OutletSource,
  PooledWeek,
  RedLineStanding,
  SelfAuditPairs,
  SourceWindow,
  WindowSums,
} from './scoring.types.js';

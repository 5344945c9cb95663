export { SCORING_ENTITIES, ScoringModule } from './scoring.module.js';
export { ScoringFacade } from './scoring.facade.js';
export type {
  NewObservation,
  PooledWeek,
  RedLineStanding,
  SelfAuditPairs,
  SourceWindow,
  WindowSums,
} from './scoring.types.js';

export { SCORING_ENTITIES, ScoringModule } from './scoring.module.js';
export { ScoringFacade } from './scoring.facade.js';
export type {
  NewObservation,
  PooledWeek,
  RedLineStanding,
  ScoreQuery,
  ScoreReading,
  SelfAuditPairs,
  SourceWindow,
  WeekTotals,
  WindowSums,
} from './scoring.types.js';

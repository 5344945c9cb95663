export { AUDITS_ENTITIES, AuditsModule, AuditsWorkerModule } from './audits.module.js';
export { AuditsFacade, type WaveToAssign } from './audits.facade.js';
export { AuditsInbox, type Inbox } from './audits-inbox.js';
export { contentHash } from './content-hash.js';
export type { DueAtOutlet, GroupFindings, RepeatedFinding, ShopVisit, WaveCounts } from './figures.repository.js';

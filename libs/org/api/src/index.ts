export { OrgModule, OrgWorkerModule } from './org.module.js';
export { OrgFacade, type OrgUnitView } from './org.facade.js';
export { ORG_ENTITIES } from './org.entities.js';
export type { NetworkSnapshot, SnapshotOutlet, SnapshotUnit } from './network-snapshot.js';
export type { OutletView } from './outlets.repository.js';
export type { TenantSettings, TenantToClose } from './settings.repository.js';

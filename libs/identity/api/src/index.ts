export { IDENTITY_ENTITIES, IdentityModule, IdentityWorkerModule } from './identity.module.js';
export { IdentityFacade, type MemberView } from './identity.facade.js';
export { isDark } from './letter.js';
export { type NewMail, OutboxService } from './outbox.service.js';
export { TasksService } from './tasks.service.js';
export { TenantHooks } from './tenant-hooks.js';
export { CreateTenantCommand } from './create-tenant.command.js';
export { type TrailEntry, TrailService } from './trail.service.js';

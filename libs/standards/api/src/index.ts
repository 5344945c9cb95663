export { STANDARDS_ENTITIES, StandardsModule } from './standards.module.js';
export type { ItemOfVersion } from './standard-versions.repository.js';
export { type IdleDraft, StandardsFacade, type StandardVersionView } from './standards.facade.js';

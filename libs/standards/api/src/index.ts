export { STANDARDS_ENTITIES, StandardsModule } from './standards.module.js';
export { type IdleDraft, StandardsFacade, type StandardVersionView } from './standards.facade.js';

export { STANDARDS_ENTITIES, StandardsModule } from './standards.module.js';
export { StandardsFacade, type StandardVersionView } from './standards.facade.js';

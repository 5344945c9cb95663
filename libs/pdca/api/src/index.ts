export { PDCA_ENTITIES, PdcaModule } from './pdca.module.js';
export { PdcaFacade } from './pdca.facade.js';

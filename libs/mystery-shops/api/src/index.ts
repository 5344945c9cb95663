export { MYSTERY_SHOPS_ENTITIES, MysteryShopsModule, MysteryShopsWorkerModule } from './mystery-shops.module.js';
export { WavesFacade } from './waves.facade.js';

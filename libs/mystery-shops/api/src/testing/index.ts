export { aShoppedOutlet, aWave, mysteryShopFeatures, shopContent } from './builders.js';

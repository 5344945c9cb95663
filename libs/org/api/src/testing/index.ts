export { anOrgUnit, anOutlet, aPeerGroup, aScheme, theOutletMoved } from './builders.js';
export * from './imports.js';

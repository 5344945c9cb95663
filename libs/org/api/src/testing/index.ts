export { anOrgUnit, anOutlet, aPeerGroup, aScheme, theOutletMoved } from './builders.js';

export { aCycle, anObjective, anObservedAudit, type GivenAudit } from './builders.js';
export { startPdcaApp } from './start-pdca-app.js';

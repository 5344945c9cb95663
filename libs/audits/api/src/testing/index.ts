export { anAssignment, aSubmittedAudit, auditFeatures, type GivenAudit } from './builders.js';

export * from './assignment-life-cycle.js';
export * from './audit-life-cycle.js';
export * from './content.js';
export * from './merge-answers.js';
export * from './shopper-eligibility.js';
export * from './urgency.js';
export * from './visit-date.js';
export * from './visit-record.js';

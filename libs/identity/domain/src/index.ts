export * from './access.js';
export * from './device.js';
export * from './password-rule.js';
export * from './proof.js';
export * from './rows-of-change.js';
export * from './trail-changes.js';

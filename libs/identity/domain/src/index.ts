export * from './access.js';
export * from './device.js';
export * from './password-rule.js';

export * from './access.js';
export * from './password-rule.js';

export * from './answer-check.js';
export * from './changes.js';
export * from './items.js';
export * from './life-cycle.js';
export * from './publishable.js';
export { STANDARD_LIMITS } from './standard.schema.js';
export * from './standard-shape.js';
export * from './versions.js';

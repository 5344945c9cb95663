export * from './assert-never.js';
export * from './csv.js';
export * from './domain-error.js';
export * from './ids.js';
export * from './localized-text.js';
export * from './periods.js';
export * from './rounding.js';
export * from './time-zones.js';

export * from './org-unit-select.js';
export * from './outlet-select.js';

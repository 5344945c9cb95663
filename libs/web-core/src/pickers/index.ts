export * from './org-unit-select.js';
export * from './outlet-select.js';
export * from './outlets-select.js';
export * from '../saved-views/index.js';

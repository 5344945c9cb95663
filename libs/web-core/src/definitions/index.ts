export { Explained } from './explained.js';
export * from './meaning.js';

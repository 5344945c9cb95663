export * from './meaning.js';

export { type ApiShapes, type JsonSchema, readApiShapes } from './api-shapes.js';
export { describeApi } from './describe-api.js';
export { exampleOf } from './examples.js';
export { MayRefuse } from './refusals.js';

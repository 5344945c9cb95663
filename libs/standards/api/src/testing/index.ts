export { fullAnswers } from './full-answers.js';
export { type BodyOverrides, smallBody } from './small-body.js';
export { aDraftStandard, aPublishedStandard, bodyOf, type TestStandard } from './standards.js';

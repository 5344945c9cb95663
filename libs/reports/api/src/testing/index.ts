export { aScoredOutlet, reportFeatures, scoresOf, theWeekClosed } from './builders.js';
export { aLongEdition, longEdition } from './a-long-edition.js';

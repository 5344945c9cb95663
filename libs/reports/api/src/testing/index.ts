export { aScoredOutlet, reportFeatures, scoresOf, theWeekClosed } from './builders.js';

export * from './api/api.js';
export * from './api/api-problem.js';
export * from './api/query-client.js';
export * from './api/query-state.js';
export * from './api/use-api.js';
export * from './audits/assign-at.js';
export * from './audits/use-start-audit.js';
export * from './forms/form-problem.js';
export * from './forms/use-debounced.js';
export * from './routes/feature-route.js';
export * from './routes/use-below-fold.js';
export * from './routes/use-filters.js';
export * from './session/session.js';
export * from './session/prove-again.js';
export * from './session/session-ended.js';
export { sessionTexts } from './session/session-texts.js';
export { coreTexts } from './texts.js';
export {
  currentLocale,
  defineTexts,
  localDay,
  localToday,
  makeFormat,
  movedBeyondNoise,
  ordinal,
  rangeText,
  setLocale,
  useFormat,
  useLanguages,
  useLocale,
  useT,
  type FeatureTexts,
  type Format,
} from '@wheelhouse/ui';

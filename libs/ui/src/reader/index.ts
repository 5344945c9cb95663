/** The reader's language and ways without any component: what plain modules may use. */
export * from './format.js';
export * from './i18n.js';
export * from './texts.js';
export * from './ranks.js';
export { contrast, readable } from './theme.js';

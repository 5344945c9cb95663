export { createLogger, HouseLogger, type Logger } from './logger.js';
export { describeError, scrub } from './scrub.js';
export { runInContext, workContext, type WorkContext } from './work-context.js';

export { createLogger, HouseLogger, type Logger } from './logger.js';
export { describeError, scrub } from './scrub.js';
export { runInContext, workContext, type WorkContext } from './work-context.js';
export {
  httpRequests,
  httpRunning,
  httpSeconds,
  jobSeconds,
  metricsText,
  observePool,
  observeQueues,
  oldestWeekDue,
  startMetrics,
  registry,
  type PoolFigures,
  type QueueFigures,
  weeksDue,
} from './metrics.js';
export { startOpsListener } from './ops-listener.js';
export { openSpan, type OpenSpan, startTracing, stopTracing, traced, traceparent } from './tracing.js';

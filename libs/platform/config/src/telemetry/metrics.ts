import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: from what a cached read takes to what nobody waits for. */
const OF_REQUESTS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const OF_JOBS = [0.01, 0.05, 0.25, 1, 5, 30, 120, 600];

/**
 * What a process counts. Labels are routes, methods, statuses, queues and outcomes, of which there are few: never an id, an
 * address or anything that a caller chose.
 */
export const registry = new Registry();

export const httpRequests = new Counter({
  name: 'wheelhouse_http_requests_total',
  help: 'Requests that were answered, by route pattern and status.',
  labelNames: ['method', 'route', 'status'] as const,
  registers: [registry],
});

export const httpSeconds = new Histogram({
  name: 'wheelhouse_http_request_duration_seconds',
  help: 'Time from the head of a request to the end of its answer.',
  labelNames: ['method', 'route'] as const,
  buckets: OF_REQUESTS,
  registers: [registry],
});

export const httpRunning = new Gauge({
  name: 'wheelhouse_http_requests_running',
  help: 'Requests that are being answered.',
  registers: [registry],
});

export const jobSeconds = new Histogram({
  name: 'wheelhouse_job_duration_seconds',
  help: 'Time that jobs took, by queue and outcome (done, failed).',
  labelNames: ['queue', 'outcome'] as const,
  buckets: OF_JOBS,
  registers: [registry],
});

export const weeksDue = new Gauge({
  name: 'wheelhouse_report_weeks_due',
  help: 'Weeks of all tenants that have closed and have no edition yet, as of the last look (once a minute).',
  registers: [registry],
});

export const oldestWeekDue = new Gauge({
  name: 'wheelhouse_report_lag_seconds',
  help: 'How long the oldest of them has waited.',
  registers: [registry],
});

export interface PoolFigures {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}
const pools = new Map<string, () => PoolFigures>();

/** Connections of a pool (size, idle) and callers who wait for one, read when somebody asks. */
export function observePool(name: string, figures: () => PoolFigures): void {
  pools.set(name, figures);
}

const poolGauge = (name: string, help: string, read: (figures: PoolFigures) => number) =>
  new Gauge({
    name: `wheelhouse_pool_${name}`,
    help,
    labelNames: ['pool'] as const,
    registers: [registry],
    collect() {
      for (const [pool, figures] of pools) this.set({ pool }, read(figures()));
    },
  });
poolGauge('connections', 'Connections to PostgreSQL.', (pool) => pool.totalCount);
poolGauge('idle', 'Connections that nobody uses.', (pool) => pool.idleCount);
poolGauge('waiting', 'Callers that wait for a connection.', (pool) => pool.waitingCount);

export interface QueueFigures {
  queue: string;
  /** Jobs that could start now or failed and are tried again, those at work, and seconds that the oldest of the first has waited. */
  waiting: number;
  running: number;
  oldest: number;
}
let queues: (() => Promise<QueueFigures[]>) | undefined;

/** Depth and age of the job queues, read when somebody asks. */
export function observeQueues(read: () => Promise<QueueFigures[]>): void {
  queues = read;
}

const jobsWaiting = new Gauge({
  name: 'wheelhouse_jobs_waiting',
  help: 'Jobs that could start now or are tried again after a failure, by queue (the same in every worker: take the maximum). send-mail: mails not yet sent.',
  labelNames: ['queue'] as const,
  registers: [registry],
  async collect() {
    for (const { queue, waiting, running, oldest } of (await queues?.().catch(() => [])) ?? []) {
      this.set({ queue }, waiting);
      jobsRunning.set({ queue }, running);
      jobsOldest.set({ queue }, oldest);
    }
  },
});
const jobsRunning = new Gauge({
  name: 'wheelhouse_jobs_running',
  help: 'Jobs at work, by queue, of all workers.',
  labelNames: ['queue'] as const,
  registers: [registry],
});
const jobsOldest = new Gauge({
  name: 'wheelhouse_jobs_oldest_seconds',
  help: 'How long the oldest of them has waited, by queue; one that failed since it was asked for.',
  labelNames: ['queue'] as const,
  registers: [registry],
});

let withDefaults = false;

/** Everything in Prometheus' text format, with the process's own figures (memory, event loop, garbage collection). */
export async function metricsText(): Promise<{ type: string; text: string }> {
  startMetrics();
  await jobsWaiting.get();
  return { type: registry.contentType, text: await registry.metrics() };
}

/** Begins to watch the process: the event loop costs a timer, so only where somebody will ask. */
export function startMetrics(): void {
  if (!withDefaults) collectDefaultMetrics({ register: registry });
  withDefaults = true;
}

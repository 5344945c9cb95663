import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  describeError,
  jobSeconds,
  observePool,
  observeQueues,
  type QueueFigures,
  traceparent,
} from '@wheelhouse/platform-config/telemetry';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { JOBS_OPTIONS, type JobsOptions } from './jobs.options.js';
import { runJob } from './run-job.js';
import { JOB_SCHEMA, type QueueName } from './queues.js';
import { QueueLoop } from './queue-loop.js';
import { WorkerPresence } from './worker-presence.js';

/** The caller's open transaction: a TypeORM entity manager or a `pg` client. */
export interface JobTransaction {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

export interface EnqueueOptions {
  /** On queues with policy `short`: while a job with this key waits, another is not added. */
  key?: string;
  /** Not before this moment; at once when left out. */
  startAfter?: Date;
  /** Higher first; 0 when left out. */
  priority?: number;
}

export interface Job<T extends object = Record<string, unknown>> {
  id: string;
  data: T;
  /** 1 for the first try. */
  attempt: number;
}

export interface WorkOptions {
  /** How many of this queue's jobs this process works on at once; 1 when left out. */
  concurrency?: number;
}

const MAINTENANCE_SECONDS = 30;
const STOP_WITHIN_MS = 10_000;

/** Puts jobs into the queue within the caller's transaction and, in a worker, works on them. */
@Injectable()
export class JobsService implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('Jobs');
  private readonly boss: PgBoss;
  private readonly pool: pg.Pool | undefined;
  private readonly presence: WorkerPresence | undefined;
  private readonly loops: QueueLoop[] = [];
  /** The queues of the jobs that this process works on, by the jobs' ids. */
  private readonly atWork = new Map<string, QueueName>();

  constructor(@Inject(JOBS_OPTIONS) private readonly options: JobsOptions) {
    const worker = options.role === 'worker';
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => this.execute(text, values) },
      schema: JOB_SCHEMA,
      migrate: false,
      schedule: false,
      supervise: worker,
      maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    });
    this.boss.on('error', (error) => this.problem(error));
    if (!worker) return;
    const { connectionString } = options;
    this.pool = new pg.Pool({ connectionString, max: 5, application_name: 'wheelhouse jobs' });
    this.pool.on('error', (error) => this.problem(error));
    this.presence = new WorkerPresence({
      ...{ connectionString, boss: this.boss, pool: this.pool },
      atWork: () => [...this.atWork.keys()],
      onError: (error) => this.problem(error),
      everyMs: options.lookAfterDeadWorkersMs ?? 2_000,
    });
  }

  /** Adds a job when `tx` commits, never before and not at all when it rolls back. Null: a waiting one has this key. */
  async enqueue(
    tx: JobTransaction,
    queue: QueueName,
    data: object,
    options: EnqueueOptions = {},
  ): Promise<string | null> {
    const db: PgBoss.Db = { executeSql: async (text, values) => ({ rows: rowsOf(await tx.query(text, values)) }) };
    const { key, startAfter, priority } = options;
    const cause = traceparent();
    return await this.boss.send(queue, cause ? { ...data, traceparent: cause } : data, {
      db,
      ...(key === undefined ? {} : { singletonKey: key }),
      ...(startAfter === undefined ? {} : { startAfter }),
      ...(priority === undefined ? {} : { priority }),
    });
  }

  /**
   * Works on a queue from now on. A handler that throws is tried again after a growing pause, and in the end laid
   * down with the dead letters. It may run twice when a worker dies: what must happen once needs a unique key.
   */
  async work<T extends object>(
    queue: QueueName,
    handler: (job: Job<T>) => Promise<void>,
    { concurrency = 1 }: WorkOptions = {},
  ): Promise<void> {
    if (this.options.role !== 'worker') throw new Error('only a worker works on jobs');
    const pauseMs = (this.options.pollingIntervalSeconds ?? 1) * 1000;
    const once = async (): Promise<boolean> => {
      const [job] = await this.boss.fetch<T>(queue, { batchSize: 1, includeMetadata: true });
      if (job) await this.run(queue, job, handler);
      return job !== undefined;
    };
    for (let i = 0; i < concurrency; i++) {
      this.loops.push(new QueueLoop(once, pauseMs, (error) => this.problem(error)));
    }
  }

  /** Works on one job. Whatever becomes of it is written down; where even that fails, presence gives the job back. */
  private async run<T extends object>(
    queue: QueueName,
    job: PgBoss.JobWithMetadata<T>,
    handler: (job: Job<T>) => Promise<void>,
  ): Promise<void> {
    const attempt = job.retryCount + 1;
    this.atWork.set(job.id, queue);
    await runJob(queue, job, async (data) => {
      const started = performance.now();
      const ms = () => Math.round(performance.now() - started);
      try {
        await this.presence?.mark(queue, job.id);
        await within(handler({ id: job.id, data: data as T, attempt }), job.expireInSeconds);
        await this.boss.complete(queue, job.id);
        jobSeconds.observe({ queue, outcome: 'done' }, ms() / 1000);
        this.log.log({ msg: 'job done', attempt, ms: ms() });
      } catch (error) {
        jobSeconds.observe({ queue, outcome: 'failed' }, ms() / 1000);
        this.log.warn({ msg: 'job failed', attempt, ms: ms(), error: describeError(error) });
        throw error;
      }
    })
      .catch((error: unknown) => this.boss.fail(queue, job.id, error as object))
      .finally(() => this.atWork.delete(job.id));
  }

  async onModuleInit(): Promise<void> {
    if (this.options.role !== 'worker') return;
    await this.boss.start();
    await this.presence?.open();
    const { pool } = this;
    if (pool) observePool('jobs', () => pool);
    observeQueues(() => this.figures());
  }

  /**
   * What waits and runs in every queue, the dead letters too. What failed and is tried again later waits since it was
   * asked for: otherwise nothing would grow while, say, the mail server is away.
   */
  private async figures(): Promise<QueueFigures[]> {
    const { rows } = await this.execute(
      `SELECT q.name AS queue, count(w.since)::int AS waiting, count(*) FILTER (WHERE j.state = 'active')::int AS running,
              coalesce(extract(epoch FROM now() - min(w.since)), 0)::float8 AS oldest
         FROM ${JOB_SCHEMA}.queue q LEFT JOIN ${JOB_SCHEMA}.job j ON j.name = q.name AND j.state <= 'active'
         LEFT JOIN LATERAL (SELECT CASE WHEN j.state = 'retry' THEN j.created_on
                                        WHEN j.state = 'created' AND j.start_after <= now() THEN j.start_after END AS since) w ON true
        GROUP BY q.name`,
      [],
    );
    return rows as QueueFigures[];
  }

  /** Takes no more jobs and waits for those at work; what is not done in time is given back for another worker. */
  async onModuleDestroy(): Promise<void> {
    if (this.options.role !== 'worker') return;
    for (const loop of this.loops) loop.stop();
    const tooLate = delay(this.options.stopWithinMs ?? STOP_WITHIN_MS, undefined, { ref: false });
    await Promise.race([Promise.all(this.loops.map(({ ended }) => ended)), tooLate]);
    for (const [id, queue] of this.atWork) {
      await this.boss
        .fail(queue, id, { message: 'handed back: the worker ended' })
        .catch((error) => this.problem(error));
    }
    await this.boss.stop({ graceful: false });
    await this.presence?.close();
    await this.pool?.end();
  }

  private async execute(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    if (!this.pool) throw new Error('a producer puts jobs into the transaction of its caller only');
    return await this.pool.query(text, values);
  }

  private problem(error: Error): void {
    this.log.warn({ msg: 'job queue', error: error.message });
  }
}

/** Rejects when the work takes longer; it is then tried again, whatever becomes of it. */
async function within<T>(work: Promise<T>, seconds: number): Promise<T> {
  const ended = new AbortController();
  const tooLong = delay(seconds * 1000, undefined, { ref: false, signal: ended.signal }).then(() => {
    throw new Error(`it took longer than ${seconds} s`);
  });
  tooLong.catch(() => undefined);
  return await Promise.race([work, tooLong]).finally(() => ended.abort());
}

/** TypeORM answers with the rows, `pg` with a result that holds them. */
function rowsOf(result: unknown): unknown[] {
  if (Array.isArray(result)) return result;
  return (result as { rows: unknown[] }).rows;
}

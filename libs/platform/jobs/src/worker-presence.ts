import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type PgBoss from 'pg-boss';
import { JOB_SCHEMA } from './queues.js';

/** First half of every advisory lock that says "this worker lives". */
const LOCK_CLASS = 0x776f726b;
const UNMARKED_AFTER = '10 seconds';

interface Abandoned {
  id: string;
  name: string;
}

export interface PresenceOptions {
  connectionString: string;
  boss: PgBoss;
  pool: pg.Pool;
  /** Ids of the jobs that this process works on. */
  atWork: () => string[];
  onError: (error: Error) => void;
  everyMs: number;
}

/**
 * Lets other workers see that this one lives, and gives back what dead ones left.
 *
 * Each worker holds one advisory lock on a connection of its own and writes the lock's number on the jobs that it
 * takes. When a process is killed its connection ends and PostgreSQL drops the lock at once; a job whose worker holds
 * no lock at two looks in a row is put up for retry. So a handler may take long, and a killed worker's job still
 * starts again within seconds. The same becomes of a job that is marked as this worker's and that it is not at: the
 * database was away when its end was to be written down.
 */
export class WorkerPresence {
  private readonly key = randomInt(1, 2 ** 31 - 1);
  private client: pg.Client | undefined;
  private suspects = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly options: PresenceOptions) {}

  /** Takes the lock; resolves when others can see it. */
  async open(): Promise<void> {
    await this.connect();
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look()).catch(this.options.onError);
    }, this.options.everyMs);
  }

  /** Writes on a job who works on it. Throws when the job is no longer active. */
  async mark(queue: string, id: string): Promise<void> {
    const { rowCount } = await this.options.pool.query(
      `UPDATE ${JOB_SCHEMA}.job SET output = jsonb_build_object('worker', $3::int)
        WHERE name = $1 AND id = $2 AND state = 'active'`,
      [queue, id, this.key],
    );
    if (rowCount !== 1) throw new Error(`job ${id} of ${queue} is no longer active`);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.looking;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.connectionString,
      application_name: 'wheelhouse worker',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client.on('error', this.options.onError);
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1, $2)', [LOCK_CLASS, this.key]);
    client.once('end', () => void this.reconnect());
    this.client = client;
  }

  private async reconnect(): Promise<void> {
    this.client = undefined;
    while (!this.closed && !this.client) {
      await this.connect().catch(this.options.onError);
      if (!this.client) await delay(500);
    }
  }

  private async look(): Promise<void> {
    const client = this.client;
    if (!client || this.closed) return;
    const db: PgBoss.Db = { executeSql: (text, values) => client.query(text, values) };
    await client.query('BEGIN');
    try {
      const { rows } = await client.query<Abandoned>(
        `SELECT id, name FROM ${JOB_SCHEMA}.job j
          WHERE state = 'active'
            AND (j.output ? 'worker' OR j.started_on < now() - interval '${UNMARKED_AFTER}')
            AND (NOT EXISTS (
              SELECT 1 FROM pg_locks l
               WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
                 AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                 AND l.classid::bigint = $1 AND l.objid::bigint = (j.output ->> 'worker')::bigint)
              OR (j.output ->> 'worker')::bigint = $2 AND j.id <> ALL ($3::uuid[]))
          FOR UPDATE SKIP LOCKED`,
        [LOCK_CLASS, this.key, this.options.atWork()],
      );
      for (const { name, id } of rows.filter((job) => this.suspects.has(job.id))) {
        await this.options.boss.fail(name, id, { message: 'nobody worked on it any more' }, { db });
      }
      this.suspects = new Set(rows.map((job) => job.id));
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

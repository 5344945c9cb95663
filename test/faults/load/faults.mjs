import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Milliseconds that a byte takes to the slow database and as many back. */
const SLOW_MS = 60;

/**
 * Every fault: `begin` breaks something and resolves at once, `end` makes it whole again. Both get the installation and the
 * targets; `end` also what `begin` answered. `lasts`: it goes on for a while; otherwise it is one blow, and what it broke is
 * made whole by `begin` itself, as a supervisor would.
 */
export const FAULTS = {
  none: { what: 'nothing (for comparison)' },

  api: {
    what: 'kill -9 of an API process, started again after half a second',
    begin: ({ house }) => house.apis[0].kill(),
  },

  worker: {
    what: 'kill -9 of one worker and then of the other while they make reports, each started again after half a second',
    async begin({ house }) {
      await house.asAdmin(async (db) => {
        for (let i = 0; i < 100 && !(await isClosing(db)); i++) await delay(50);
      });
      for (const worker of house.workers) await worker.kill();
    },
  },

  postgres: {
    what: 'kill -9 of PostgreSQL, started again after two seconds',
    async begin({ house }) {
      await house.killPostgres();
      await delay(2_000);
      await house.startPostgres();
    },
  },

  pool: {
    what: 'every connection of both pools waits for a lock, and the server takes no further one',
    lasts: true,
    async begin({ house }) {
      const holder = await connected(house.adminUrl);
      await holder.query('BEGIN; LOCK TABLE outlet_weeks IN SHARE ROW EXCLUSIVE MODE');
      const idle = [];
      for (;;) {
        const next = await connected(house.appUrl).catch(() => null);
        if (!next) break;
        idle.push(next);
      }
      return [holder, ...idle];
    },
    async end(_, connections) {
      for (const each of connections) await each.end().catch(() => undefined);
    },
  },

  smtp: {
    what: 'the mail server takes connections and says nothing',
    lasts: true,
    begin: ({ mailServer }) => void (mailServer.hangs = true),
    end: ({ mailServer }) => mailServer.release(),
  },

  webhook: {
    what: 'a webhook target takes requests and answers none',
    lasts: true,
    begin: ({ hooks }) => void (hooks[0].hangs = true),
    end: ({ hooks }) => void (hooks[0].hangs = false),
  },

  slow: {
    what: `the database answers ${SLOW_MS * 2} ms later, each time that it is asked`,
    lasts: true,
    /** Its processes are replaced one after the other by such that reach the database through the slow line. */
    async prepare({ house, line }) {
      house.databaseUrl = line.url;
      for (const part of house.parts) await part.replace();
    },
    begin: ({ line }) => void (line.delay = SLOW_MS),
    end: ({ line }) => void (line.delay = 0),
  },
};

const isClosing = async (db) =>
  (await db.query(`SELECT 1 FROM pgboss.job WHERE name = 'close-week' AND state = 'active'`)).rows.length > 0;

async function connected(connectionString) {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { prepareDatabase } from '../../../tools/lib/database.mjs';
import { startCluster } from '../../../tools/lib/postgres.mjs';
import { Part } from './processes.mjs';

const DATABASE = 'wheelhouse';

/** PostgreSQL with its default durability in a data folder, as `npm start` keeps it, and the product's processes on it. */
export class Installation {
  parts = [];

  /** `env`: of every process; may change between their starts. */
  static async open(folder, env) {
    const it = new Installation();
    it.folder = folder;
    it.env = env;
    const file = path.join(folder, 'secrets.json');
    const secret = () => randomBytes(18).toString('base64url');
    if (!fs.existsSync(file)) {
      fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
      fs.writeFileSync(file, JSON.stringify({ appPassword: secret(), ownerPassword: secret() }), { mode: 0o600 });
    }
    it.cluster = await startCluster({ dataDir: folder });
    const passwords = JSON.parse(fs.readFileSync(file, 'utf8'));
    Object.assign(it, await prepareDatabase(it.cluster.adminUrl, { database: DATABASE, ...passwords }));
    const { migrate } = await import('@wheelhouse/migrations');
    await migrate(it.ownerUrl);
    it.databaseUrl = it.appUrl;
    return it;
  }

  get adminUrl() {
    return this.cluster.adminUrl.replace('/postgres?', `/${DATABASE}?`);
  }

  get apis() {
    return this.parts.filter(({ kind }) => kind === 'api');
  }

  get workers() {
    return this.parts.filter(({ kind }) => kind === 'worker');
  }

  async start({ apis, workers }) {
    const env = () => ({ DATABASE_URL: this.databaseUrl, ...this.env });
    const logs = path.join(this.folder, 'logs');
    for (const [kind, count] of [
      ['api', apis],
      ['worker', workers],
    ])
      for (let i = 1; i <= count; i++) this.parts.push(new Part({ kind, name: `${kind}-${i}`, env, logs }));
    await Promise.all(this.parts.map((part) => part.start()));
  }

  /** SIGKILL to the server itself: its backends find out and end, as after a crash of the machine. */
  async killPostgres() {
    process.kill(this.cluster.pid, 'SIGKILL');
    await this.cluster.exited;
  }

  /** On the same port and the same files; recovers first. */
  async startPostgres() {
    this.cluster = await startCluster({ dataDir: this.folder, port: this.cluster.port });
  }

  /** A superuser's connection, past every policy. */
  async asAdmin(work) {
    const db = new pg.Client({ connectionString: this.adminUrl });
    db.on('error', () => undefined);
    await db.connect();
    try {
      return await work(db);
    } finally {
      await db.end();
    }
  }

  /** Lines of the processes' logs with this level. */
  logged(level) {
    return this.parts.flatMap(({ name, log }) =>
      fs
        .readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line.includes(`"level":"${level}"`))
        .map((line) => `${name} ${line}`),
    );
  }

  async close() {
    await Promise.all(this.parts.map((part) => part.stop()));
    await this.cluster.stop();
  }
}

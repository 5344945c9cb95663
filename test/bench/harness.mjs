import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { prepareDatabase } from '../../tools/lib/database.mjs';
import { startCluster, temporaryFolder } from '../../tools/lib/postgres.mjs';

/**
 * A PostgreSQL with its default durability (fsync on), migrated, for one benchmark run; removed afterwards.
 * @param {(urls: { ownerUrl: string, appUrl: string, adminUrl: string, logFile: string }) => Promise<void>} work
 */
export async function withDatabase(work) {
  const folder = temporaryFolder('wheelhouse-bench');
  const cluster = await startCluster({ dataDir: folder });
  try {
    const secret = () => randomBytes(18).toString('base64url');
    const urls = await prepareDatabase(cluster.adminUrl, {
      database: 'wheelhouse',
      appPassword: secret(),
      ownerPassword: secret(),
    });
    const { migrate } = await import('@wheelhouse/migrations');
    await migrate(urls.ownerUrl);
    const adminUrl = cluster.adminUrl.replace('/postgres?', '/wheelhouse?');
    await work({ ...urls, adminUrl, logFile: path.join(folder, 'logs', 'postgres.log') });
  } finally {
    await cluster.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The built API as processes of their own, as in production; `work` gets their addresses and process ids. */
export async function withApis(appUrl, count, work, log = 'inherit') {
  const script = new URL('../../apps/api/dist/main.js', import.meta.url);
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    DATABASE_URL: appUrl,
    PORT: '0',
    WEB_DIST: '',
  };
  await withServers(script, count, env, work, log);
}

/** Plain Fastify in as many processes, which answers with these bytes, whatever is asked: what the framework costs alone. */
export async function withBareServers(count, answer, work) {
  const script = new URL('./bare-server.mjs', import.meta.url);
  await withServers(script, count, { ...process.env, NODE_ENV: 'production', BARE_ANSWER: answer }, work);
}

async function withServers(script, count, env, work, log = 'inherit') {
  const children = Array.from({ length: count }, () =>
    fork(script, [], { execArgv: [], env, stdio: ['ignore', 'ignore', log, 'ipc'] }),
  );
  try {
    const addresses = await Promise.all(
      children.map(async (child) => {
        const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
        if (!said?.address) throw new Error(`${script.pathname} did not start`);
        return said.address;
      }),
    );
    await work(
      addresses,
      children.map(({ pid }) => pid),
    );
  } finally {
    const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    await Promise.all(
      running.map((child) => {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        return gone;
      }),
    );
  }
}

/** Asks servers in turn, over lines that stay open. */
export class HttpClient {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  #next = 0;

  constructor(addresses, token) {
    this.urls = addresses.map((address) => new URL(address));
    this.token = token;
  }

  /** The status and the bytes of an answer. */
  ask(method, path, payload) {
    const { hostname: host, port } = this.urls[this.#next++ % this.urls.length];
    const content = payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
    const headers = { authorization: `Bearer ${this.token}`, ...content };
    return new Promise((resolve, reject) => {
      const request = http.request({ agent: this.#agent, host, port, method, path, headers }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode, bytes: Buffer.concat(parts) }));
      });
      request.on('error', reject);
      request.end(payload);
    });
  }

  async succeeds(method, path, payload) {
    return (await this.ask(method, path, payload)).status < 300;
  }

  close() {
    this.#agent.destroy();
  }
}

/** Numbers of a list that `--name=1,4` on the command line replaces. */
export function listOption(args, name, numbers) {
  const given = args.find((arg) => arg.startsWith(`--${name}=`));
  return given
    ? given
        .slice(name.length + 3)
        .split(',')
        .map(Number)
    : numbers;
}

/** Peak resident memory of a process in MiB (Linux); null elsewhere. */
export function peakMemory(pid = process.pid) {
  try {
    const kib = /VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib ? Math.round(Number(kib) / 102.4) / 10 : null;
  } catch {
    return null;
  }
}

/** Milliseconds at a share of sorted durations. */
export function percentile(durations, share) {
  const sorted = [...durations].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

export const round = (value) => Math.round(value * 100) / 100;

/** One JSON line of results. */
export function report(line) {
  console.log(JSON.stringify(line));
}

/** Runs `task` again and again on `connections` at once for `seconds`; durations in ms of those that succeeded. */
export async function hammer(connections, seconds, task) {
  const durations = [];
  let failures = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async (_, lane) => {
      while (performance.now() < end) {
        const start = performance.now();
        if (await task(lane)) durations.push(performance.now() - start);
        else failures++;
      }
    }),
  );
  const elapsed = (performance.now() - began) / 1000;
  return {
    connections,
    done: durations.length,
    failures,
    throughput: round(durations.length / elapsed),
    p50: percentile(durations, 0.5),
    p99: percentile(durations, 0.99),
  };
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { prepareDatabase } from '../../tools/lib/database.mjs';
import { startCluster, temporaryFolder } from '../../tools/lib/postgres.mjs';

/**
 * A PostgreSQL with its default durability (fsync on), migrated, for one benchmark run; removed afterwards.
 * @param {(urls: { ownerUrl: string, appUrl: string }) => Promise<void>} work
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
    await work(urls);
  } finally {
    await cluster.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The built API as a process of its own, as in production. */
export async function withApi(appUrl, port, work) {
  const child = spawn(process.execPath, [new URL('../../apps/api/dist/main.js', import.meta.url).pathname], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: appUrl, PORT: String(port), WEB_DIST: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    for (let i = 0; ; i++) {
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
        (r) => r.ok,
        () => false,
      );
      if (ready) break;
      if (i > 300 || child.exitCode !== null) throw new Error('the API did not start');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await work(child.pid);
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
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

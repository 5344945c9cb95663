import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The worker as it is built and started in production. */
const WORKER = fileURLToPath(new URL('../../apps/api/dist/worker.main.js', import.meta.url));
const running: ChildProcess[] = [];

/** A worker process on a database. It ends with this process, since it loses its channel. */
export function startBuiltWorker(databaseUrl: string): ChildProcess {
  const env = { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: databaseUrl };
  const worker = fork(WORKER, [], { execArgv: [], env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  running.push(worker);
  return worker;
}

/** Kills all that were started. */
export function killBuiltWorkers(): void {
  for (const worker of running.splice(0)) worker.kill('SIGKILL');
}

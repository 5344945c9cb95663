import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const DIST = new URL('../../apps/api/dist/', import.meta.url);
const running: ChildProcess[] = [];

export interface Built {
  process: ChildProcess;
  /** Of an API: where it listens. */
  address: string;
  /** Where /metrics and health listen, when METRICS_PORT was given. */
  metrics: string;
  /** What it wrote so far. */
  output(): string;
  lines(): Record<string, unknown>[];
  /** How it ended. */
  exited: Promise<number | string>;
}

/** A process as it is built and started in production, once it is ready. It ends with this one. */
export async function startBuilt(part: 'api' | 'worker', env: Record<string, string>): Promise<Built> {
  const script = fileURLToPath(new URL(part === 'api' ? 'main.js' : 'worker.main.js', DIST));
  const base = { PATH: process.env['PATH'], NODE_ENV: 'test', PORT: '0' };
  const child = fork(script, [], { execArgv: [], env: { ...base, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const exited = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const early = exited.then((how) => {
    throw new Error(`the ${part} ended (${how}):\n${output}`);
  });
  early.catch(() => undefined);
  const [said] = (await Promise.race([once(child, 'message'), early])) as [{ address?: string; metrics?: string }];
  return {
    process: child,
    address: said.address ?? '',
    metrics: said.metrics ?? '',
    output: () => output,
    lines: () => output.trim().split('\n').map(parsed),
    exited,
  };
}

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    throw new Error(`not a line of JSON: ${line}`);
  }
}

/** Kills all that were started and still run. */
export function killBuilt(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL');
}

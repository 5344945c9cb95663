import type { INestApplicationContext } from '@nestjs/common';
import { AppConfig, Lifecycle, SettingsError } from '@wheelhouse/platform-config';
import {
  createLogger,
  describeError,
  type Logger,
  startOpsListener,
  stopTracing,
} from '@wheelhouse/platform-config/telemetry';
import { schemaProblems } from '@wheelhouse/platform-db';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { migrationNames, Readiness } from './readiness.js';

/** What a process does before it takes work: it names settings that nothing reads, and refuses a schema that is not ours. */
export async function prepare(app: INestApplicationContext, log: Logger): Promise<void> {
  for (const line of app.get(AppConfig).unknown) log.warn({ from: 'Settings' }, line);
  const problems = await schemaProblems(app.get(DataSource), migrationNames());
  if (problems.length > 0) throw new Error(problems.join('; '));
}

/** The second listener, where METRICS_PORT asks for one. It answers until the process is gone. */
export async function listenForOperators(app: INestApplicationContext): Promise<{ metrics?: string }> {
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token } = app.get(AppConfig);
  if (port === undefined) return {};
  const readiness = app.get(Readiness);
  const { address } = await startOpsListener({ port, host, token, problems: () => readiness.problems() });
  return { metrics: address };
}

/** Ends the process with one line for each thing that is wrong. */
export function refuseToStart(error: unknown): never {
  const log = createLogger('start', 'info');
  if (error instanceof SettingsError) for (const problem of error.problems) log.fatal({ from: 'Settings' }, problem);
  else log.fatal({ error: describeError(error) }, error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/**
 * Ends in order on a signal, or when a parent with a channel is gone: not ready any more, then no new connections, then
 * the end of requests and jobs that run, then the database. Whoever takes longer than the settings allow is cut off.
 */
export function endInOrder(app: INestApplicationContext, log: Logger): void {
  const config = app.get(AppConfig);
  let ending = false;
  const end = async (why: string): Promise<void> => {
    if (ending) return;
    ending = true;
    app.get(Lifecycle).closing = true;
    log.info({ why }, 'ending');
    if (why !== 'disconnect') await delay(config.SHUTDOWN_DELAY_SECONDS * 1000);
    const tooLate = setTimeout(
      () => leave(log, 'cut off what did not end in time', 1),
      config.SHUTDOWN_SECONDS * 1000 + 2_000,
    );
    tooLate.unref();
    const code = await app.close().then(
      () => 0,
      (error: unknown) => (log.error({ error: describeError(error) }, 'while ending'), 1),
    );
    await stopTracing();
    leave(log, 'ended', code);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(signal));
  process.on('disconnect', () => void end('disconnect'));
}

function leave(log: Logger, what: string, code: number): never {
  log[code === 0 ? 'info' : 'error'](what);
  process.exit(code);
}

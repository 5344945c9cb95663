import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { describeError, scrub } from './scrub.js';
import { workContext } from './work-context.js';

export type { Logger } from 'pino';

/**
 * The log of a process: one JSON object a line on standard output, with the ids of the work that it is about. Everything
 * that is logged goes through it.
 */
export function createLogger(part: string, level: string, to?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { part, pid: process.pid },
      messageKey: 'msg',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ ...workContext() }),
    },
    to ?? pino.destination({ fd: 1, sync: true }),
  );
}

const LEVELS = { log: 'info', warn: 'warn', error: 'error', fatal: 'fatal', debug: 'debug', verbose: 'trace' } as const;

const OF_NEST = new Set(['RouterExplorer', 'RoutesResolver', 'InstanceLoader', 'NestFactory', 'NestApplication']);

/** Nest's loggers (`new Logger('Jobs')`) as lines of ours. Texts are scrubbed, errors described. */
export class HouseLogger implements LoggerService {
  constructor(private readonly out: Logger) {}

  log = (message: unknown, ...rest: unknown[]) => this.write('log', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.write('fatal', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('verbose', message, rest);

  private write(kind: keyof typeof LEVELS, message: unknown, rest: unknown[]): void {
    // Nest tells of every route that it finds; nobody reads that every day.
    const level = kind === 'log' && OF_NEST.has(String(rest.at(-1))) ? 'debug' : LEVELS[kind];
    if (!this.out.isLevelEnabled(level)) return;
    // Nest passes the logger's name last.
    const from = typeof rest.at(-1) === 'string' ? { from: rest.at(-1) } : {};
    const error = [message, ...rest].find((each) => each instanceof Error);
    const about = error ? { error: describeError(error) } : {};
    if (typeof message === 'object' && message !== null && !(message instanceof Error)) {
      const { msg = '', ...facts } = Object.fromEntries(Object.entries(message).map(([k, v]) => [k, clean(v)]));
      this.out[level]({ ...from, ...facts, ...about }, String(msg));
    } else {
      this.out[level]({ ...from, ...about }, scrub(message instanceof Error ? message.name : String(message)));
    }
  }
}

function clean(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return describeError(value);
  if (typeof value === 'string') return scrub(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 2 || Array.isArray(value)) return scrub(JSON.stringify(value));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner, depth + 1)]));
}

import type { AppConfig } from '../app-config.js';
import type { Logger } from './logger.js';

/** Ids, names of routes, queues and tables, figures: never contents, parameters, addresses of people or secrets. */
export type SpanAttributes = Record<string, string | number>;

export interface SpanFacts {
  kind?: 'internal' | 'server' | 'client' | 'consumer';
  attributes?: SpanAttributes;
  /** A `traceparent` from elsewhere that this continues. Without one it belongs to the work at hand. */
  parent?: string;
}

export interface OpenSpan {
  traceId: string;
  rename(name: string): void;
  set(attributes: SpanAttributes): void;
  /** `why`: it failed; a word or the kind of an error, no message. */
  end(why?: string): void;
  /** Whatever `work` begins belongs to this span. */
  within<T>(work: () => T): T;
}

/** What stands behind the functions below when traces are on. */
export interface Tracer {
  open(name: string, facts: SpanFacts): OpenSpan;
  /** Of the work at hand, in the form of W3C; undefined outside any span. */
  current(): string | undefined;
  stop(): Promise<void>;
}

let tracer: Tracer | null = null;

/** Turns traces on where OTEL_EXPORTER_OTLP_ENDPOINT is set. Else nothing of OpenTelemetry is even loaded. */
export async function startTracing(part: string, config: AppConfig, log: Logger): Promise<void> {
  if (!config.OTEL_EXPORTER_OTLP_ENDPOINT) return;
  const { createTracer } = await import('./open-telemetry.js');
  tracer = createTracer(part, config, log);
}

/** Sends what is left, for a moment; a collector that hangs holds no process up. */
export async function stopTracing(): Promise<void> {
  await tracer?.stop();
  tracer = null;
}

/** A span that its caller ends; null while traces are off. */
export const openSpan = (name: string, facts: SpanFacts = {}): OpenSpan | null => tracer?.open(name, facts) ?? null;

/** Where the work at hand stands in its trace, for a job that goes on with it; undefined when nobody traces it. */
export const traceparent = (): string | undefined => tracer?.current();

/** Runs `work` in a span of its own when it is part of something traced; else it just runs it. */
export async function traced<T>(
  name: string,
  facts: SpanFacts,
  work: (span: OpenSpan | null) => Promise<T>,
): Promise<T> {
  const span =
    tracer && (facts.parent || facts.kind === 'consumer' || tracer.current()) ? tracer.open(name, facts) : null;
  if (!span) return work(null);
  try {
    const result = await span.within(() => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(error instanceof Error ? error.name : 'Error');
    throw error;
  }
}

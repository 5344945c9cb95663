import { hostname } from 'node:os';
import {
  context,
  diag,
  DiagLogLevel,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import type { AppConfig } from '../app-config.js';
import type { Logger } from './logger.js';
import { scrub } from './scrub.js';
import type { OpenSpan, SpanFacts, Tracer } from './tracing.js';

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
};
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
/** How long the last spans may take to leave when the process ends, in milliseconds. */
const LAST_WORDS_MS = 1_500;
const COMPLAIN_EVERY_MS = 60_000;

/** The one file that loads OpenTelemetry; `startTracing` loads it when traces are asked for. */
export function createTracer(part: string, config: AppConfig, log: Logger): Tracer {
  complainTo(log);
  const exporter = new OTLPTraceExporter({
    url: `${String(config.OTEL_EXPORTER_OTLP_ENDPOINT).replace(/\/$/, '')}/v1/traces`,
    headers: headersOf(config.OTEL_EXPORTER_OTLP_HEADERS),
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': config.OTEL_SERVICE_NAME ?? `wheelhouse-${part}`,
      'service.namespace': 'wheelhouse',
      'service.instance.id': `${hostname()}:${process.pid}`,
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(config.OTEL_TRACES_SAMPLER_ARG) }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  const spans = provider.getTracer('wheelhouse');
  return {
    open: (name, facts) => {
      const around = facts.parent ? remote(facts.parent) : context.active();
      return wrap(
        spans.startSpan(name, { kind: KINDS[facts.kind ?? 'internal'], attributes: facts.attributes }, around),
      );
    },
    current: () => {
      const span = trace.getActiveSpan()?.spanContext();
      return span && `00-${span.traceId}-${span.spanId}-${span.traceFlags & TraceFlags.SAMPLED ? '01' : '00'}`;
    },
    stop: async () => {
      const late = new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}

function wrap(span: Span): OpenSpan {
  return {
    traceId: span.spanContext().traceId,
    rename: (name) => void span.updateName(name),
    set: (attributes) => void span.setAttributes(attributes),
    end: (why) => {
      if (why !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', why);
      span.end();
    },
    within: (work) => context.with(trace.setSpan(context.active(), span), work),
  };
}

/** The context that a `traceparent` names; one that cannot be read names none, and a new trace begins. */
function remote(traceparent: NonNullable<SpanFacts['parent']>) {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent) ?? [];
  const outside = trace.deleteSpan(context.active());
  if (!traceId) return outside;
  return trace.setSpanContext(outside, { traceId, spanId, traceFlags: parseInt(flags, 16) & 1, isRemote: true });
}

/** `name=value,name=value` as OpenTelemetry writes them. */
function headersOf(text = ''): Record<string, string> {
  const pairs = text.split(',').filter((each) => each.includes('='));
  return Object.fromEntries(
    pairs.map((each) => [
      each.slice(0, each.indexOf('=')).trim(),
      decodeURIComponent(each.slice(each.indexOf('=') + 1)),
    ]),
  );
}

/** A collector that is away is said once a minute, not with every batch. */
function complainTo(log: Logger): void {
  let said = -Infinity;
  const complain = (message: string) => {
    if (performance.now() - said < COMPLAIN_EVERY_MS) return;
    said = performance.now();
    log.warn({ from: 'Traces', error: scrub(message).slice(0, 300) }, 'traces cannot be sent');
  };
  const quiet = () => undefined;
  diag.setLogger({ error: complain, warn: complain, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN);
}

import { runInContext, traced } from '@wheelhouse/platform-config/telemetry';

/** What of a job is known from its row. */
interface JobRow {
  id: string;
  data: object;
}

/**
 * Runs `work` with what a job is about in every line of the log, and as part of the trace of what caused it. `traceparent`
 * travels in the job's data (`JobsService.enqueue` puts it there) and is taken out before the handler sees them.
 */
export async function runJob(
  queue: string,
  { id, data }: JobRow,
  work: (data: object) => Promise<void>,
): Promise<void> {
  const { traceparent: parent, ...rest } = data as { traceparent?: string; tenantId?: unknown };
  const { tenantId } = rest;
  const tenant = typeof tenantId === 'string' ? { tenantId } : null;
  const attributes = {
    ...{ 'messaging.destination.name': queue, 'wheelhouse.job_id': id },
    ...(tenant ? { 'wheelhouse.tenant_id': tenant.tenantId } : {}),
  };
  await traced(`job ${queue}`, { kind: 'consumer', attributes, ...(parent ? { parent } : {}) }, (span) =>
    runInContext({ queue, jobId: id, ...tenant, ...(span ? { traceId: span.traceId } : {}) }, () => work(rest)),
  );
}

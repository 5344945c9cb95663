import { ImportSteps, type ImportJobData } from '../import/import.job.js';
import { IMPORT_TYPES, type ImportFormat, type OutletImportResponse } from '@wheelhouse/contracts';
import type { Caller, TestTenant } from '@wheelhouse/identity-api/testing';
import request, { type Response } from 'supertest';

/** Sends a file to be imported. */
export async function sendFile(
  t: TestTenant,
  caller: Pick<Caller, 'token'>,
  content: string | Buffer,
  { format = 'csv', name = 'outlets.csv' }: { format?: ImportFormat; name?: string } = {},
): Promise<Response> {
  return request(t.app.server)
    .post('/api/v1/outlet-imports')
    .set('Authorization', `Bearer ${caller.token}`)
    .set('Content-Type', IMPORT_TYPES[format])
    .set('X-File-Name', encodeURIComponent(name))
    .send(content);
}

/** Does the step of an import that waits for a worker, as a worker does it. */
export async function theWorkerDid(t: TestTenant, importId: string): Promise<void> {
  const [one] = await t.sql<{ taskId: string; status: string; memberId: string }>(
    `SELECT task_id AS "taskId", status, coalesce(applied_by, member_id) AS "memberId" FROM outlet_imports WHERE id = $1`,
    [importId],
  );
  if (!one) throw new Error(`There is no import ${importId}`);
  const step: ImportJobData['step'] = one.status === 'applying' ? 'apply' : 'check';
  await t.app.get(ImportSteps).handle({ tenantId: t.id, importId, taskId: one.taskId, step, memberId: one.memberId });
}

/** An import that has had its dry run. */
export async function aCheckedImport(
  t: TestTenant,
  caller: Caller,
  content: string | Buffer,
  given: { format?: ImportFormat; name?: string } = {},
): Promise<OutletImportResponse> {
  const sent = await sendFile(t, caller, content, given);
  if (sent.status !== 201) throw new Error(`${sent.status} ${JSON.stringify(sent.body)}`);
  await theWorkerDid(t, sent.body.id);
  return (await caller.get(`/api/v1/outlet-imports/${sent.body.id}`)).body;
}

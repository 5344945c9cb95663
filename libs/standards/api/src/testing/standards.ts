import { readFileSync } from 'node:fs';
import type { StandardBody, StandardVersionStatus } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { checkPublishable } from '@wheelhouse/standards-domain';
import { type BodyOverrides, smallBody } from './small-body.js';

/** What the builders need of a test's tenant. */
interface SqlTenant {
  id: string;
  sql(text: string, params?: unknown[]): Promise<unknown[]>;
}

export interface TestStandard {
  /** Of the version. */
  id: string;
  standardId: string;
  code: string;
  version: string;
  body: StandardBody;
}

/** The body of one of the demo's standards: `AS-4S` (62 items), `SALES-4S` (40), `MS-4S` (30, a mystery shop). */
export function bodyOf(code: 'AS-4S' | 'SALES-4S' | 'MS-4S'): StandardBody {
  const file = new URL(`../../../../../demo/content/${code}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as StandardBody;
}

/** A published version of a new standard: of `body`, or else of the small body, under a code of its own. */
export async function aPublishedStandard(
  t: SqlTenant,
  options: BodyOverrides & { body?: StandardBody } = {},
): Promise<TestStandard> {
  const body = options.body ?? smallBody({ code: `S-${newId().slice(-10)}`, ...options });
  const [problem] = checkPublishable(body).problems;
  if (problem) throw new Error(`This body cannot be published: ${problem.field} ${problem.code}`);
  return put(t, body, 'published');
}

/** A draft of a new standard; its body may be unfinished. */
export function aDraftStandard(
  t: SqlTenant,
  options: BodyOverrides & { body?: StandardBody } = {},
): Promise<TestStandard> {
  return put(t, options.body ?? smallBody({ code: `S-${newId().slice(-10)}`, ...options }), 'draft');
}

async function put(t: SqlTenant, body: StandardBody, status: StandardVersionStatus): Promise<TestStandard> {
  const [id, standardId] = [newId(), newId()];
  await t.sql(`INSERT INTO standards (tenant_id, id, code, kind, name) VALUES ($1, $2, $3, $4, $5)`, [
    t.id,
    standardId,
    body.code,
    body.kind,
    JSON.stringify(body.name),
  ]);
  await t.sql(
    `INSERT INTO standard_versions (tenant_id, id, standard_id, version, status, body, published_at)
     VALUES ($1, $2, $3, $4, $5::text, $6, CASE $5::text WHEN 'draft' THEN NULL ELSE now() END)`,
    [t.id, id, standardId, body.version, status, JSON.stringify(body)],
  );
  return { id, standardId, code: body.code, version: body.version, body };
}

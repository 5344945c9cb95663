import type {
  CreateCycleBody,
  CycleResponse,
  ObjectiveBody,
  ObjectiveResponse,
  ScoreSource,
} from '@wheelhouse/contracts';
import type { Caller, TestTenant } from '@wheelhouse/identity-api/testing';
import { newId, weekOf } from '@wheelhouse/kernel';
import { anOrgUnit } from '@wheelhouse/org-api/testing';

/** A cycle in the phase plan that `by` opens; over a new region unless told otherwise. */
export async function aCycle(t: TestTenant, by: Caller, given: Partial<CreateCycleBody> = {}): Promise<CycleResponse> {
  const orgUnitId = given.orgUnitId ?? (await anOrgUnit(t)).id;
  const name = { en: 'Signed estimates', zh: '估价单签字' };
  return (await by.post('/api/v1/cycles', { name, ...given, orgUnitId }).expect(201)).body;
}

/** An objective of that cycle: the mean score of audits is to rise to 90. */
export async function anObjective(
  by: Caller,
  cycleId: string,
  given: Partial<ObjectiveBody> = {},
): Promise<ObjectiveResponse> {
  const body = {
    name: { en: 'Mean score', zh: '平均得分' },
    metric: { kind: 'source_score', source: 'audit' },
    direction: 'up',
    target: 90,
    ...given,
  };
  return (await by.post(`/api/v1/cycles/${cycleId}/objectives`, body).expect(201)).body;
}

export interface GivenAudit {
  outletId: string;
  standardVersionId: string;
  auditorMemberId: string;
  visitDate: string;
  source?: ScoreSource;
  score?: number | null;
  sectionScores?: Record<string, number | null>;
  /** Items with a finding. */
  failed?: string[];
  /** Under embargo: it does not count yet. */
  held?: boolean;
}

const KINDS = { self_check: 'self_check', audit: 'supervisor_audit', mystery_shop: 'mystery_shop' } as const;

/** A submitted audit as its rows: the audit, its observation and its findings. Weeks begin on Monday. */
export async function anObservedAudit(t: Pick<TestTenant, 'id' | 'sql'>, given: GivenAudit): Promise<string> {
  const { outletId, standardVersionId, auditorMemberId, visitDate } = given;
  const { source = 'audit', score = 80, sectionScores = {}, failed = [], held = false } = given;
  const id = newId(new Date(`${visitDate}T10:00:00Z`));
  await t.sql(
    `INSERT INTO audits (tenant_id, id, kind, status, outlet_id, standard_version_id, auditor_member_id, visit_date, score, finding_count)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      t.id,
      id,
      KINDS[source],
      held ? 'in_review' : 'published',
      outletId,
      standardVersionId,
      auditorMemberId,
      visitDate,
      score,
      failed.length,
    ],
  );
  await t.sql(
    `INSERT INTO observations (tenant_id, id, outlet_id, source, standard_version_id, visit_date, week_start, score, section_scores,
       red_lines, failed, auditor_member_id, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}', false, $10, $11)`,
    [
      t.id,
      id,
      outletId,
      source,
      standardVersionId,
      visitDate,
      weekOf(visitDate).start,
      score,
      JSON.stringify(sectionScores),
      auditorMemberId,
      held ? 'held' : 'counted',
    ],
  );
  await t.sql(
    `INSERT INTO findings (tenant_id, audit_id, item_id, section_id, outlet_id, standard_version_id, source, visit_date, credit,
       points_lost, critical, triggered, counted)
     SELECT $1, $2, item, 'A', $4, $5, $6, $7, 0, 1, false, false, $8 FROM unnest($3::text[]) item`,
    [t.id, id, failed, outletId, standardVersionId, source, visitDate, !held],
  );
  return id;
}

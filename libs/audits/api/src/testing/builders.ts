import type { Answers, AuditKind, SubmittedAuditResponse } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES } from '@wheelhouse/identity-api';
import type { Caller, TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { ORG_ENTITIES } from '@wheelhouse/org-api';
import { SCORING_ENTITIES } from '@wheelhouse/scoring-api';
import { STANDARDS_ENTITIES } from '@wheelhouse/standards-api';
import { fullAnswers, type TestStandard } from '@wheelhouse/standards-api/testing';
import { AUDITS_ENTITIES, AuditsModule } from '../audits.module.js';

/** For `startApp`: everything up to audits. */
export const auditFeatures = {
  imports: [AuditsModule],
  entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES, ...STANDARDS_ENTITIES, ...SCORING_ENTITIES, ...AUDITS_ENTITIES],
};

export interface GivenAudit {
  outletId: string;
  standard: TestStandard;
  /** Who does it; a new quality manager doing an HQ audit when left out. */
  by?: Caller;
  kind?: Exclude<AuditKind, 'mystery_shop'>;
  visitDate?: string;
  /** Laid over answers that earn every point. */
  answers?: Answers;
}

/** A submitted and published audit, through the API. */
export async function aSubmittedAudit(t: TestTenant, given: GivenAudit): Promise<SubmittedAuditResponse> {
  const by = given.by ?? (await t.as('quality_manager'));
  const visitDate = given.visitDate ?? t.app.clock.now().toISOString().slice(0, 10);
  const { body, status } = await by.post(`/api/v1/audits/${newId()}/submit`, {
    kind: given.kind ?? 'hq_audit',
    outletId: given.outletId,
    standardVersionId: given.standard.id,
    visitDate,
    answers: { ...fullAnswers(given.standard.body), ...given.answers },
  });
  if (status !== 200) throw new Error(`The audit was not submitted: ${JSON.stringify(body)}`);
  return body;
}

/** An assignment, open to anybody who may unless told otherwise. */
export async function anAssignment(
  t: TestTenant,
  given: {
    outletId: string;
    standard: TestStandard;
    kind?: Exclude<AuditKind, 'mystery_shop'>;
    assigneeMemberId?: string;
    windowFrom: string;
    windowTo: string;
  },
): Promise<string> {
  const id = newId();
  await t.sql(
    `INSERT INTO assignments (tenant_id, id, kind, outlet_id, standard_version_id, assignee_member_id, window_from, window_to)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      t.id,
      id,
      given.kind ?? 'self_check',
      given.outletId,
      given.standard.id,
      given.assigneeMemberId ?? null,
      given.windowFrom,
      given.windowTo,
    ],
  );
  return id;
}

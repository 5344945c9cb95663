import type { AuditKind, AuditStatus } from '@wheelhouse/contracts';

/** What can happen to an audit. */
export type AuditEvent = 'submit' | 'review' | 'publish' | 'reject' | 'finalise';

/** The life cycle of an audit: from which status an event leads where. What is not listed is refused. */
export const AUDIT_LIFE_CYCLE: Record<AuditStatus, Partial<Record<AuditEvent, AuditStatus>>> = {
  draft: { submit: 'submitted' },
  submitted: { review: 'in_review', publish: 'published' },
  in_review: { publish: 'published', reject: 'draft' },
  published: { finalise: 'final' },
  final: {},
};

/** Kinds that somebody else looks at before they are published. */
export const REVIEWED_KINDS: Record<AuditKind, boolean> = {
  self_check: false,
  supervisor_audit: false,
  hq_audit: false,
  mystery_shop: true,
};

/** Where `event` leads from `status`; null when it is not possible there. */
export function auditAfter(status: AuditStatus, event: AuditEvent): AuditStatus | null {
  return AUDIT_LIFE_CYCLE[status][event] ?? null;
}

/** The status in which a submission of this kind comes to rest: passing `submitted`, on to review or publication. */
export function statusAfterSubmission(kind: AuditKind): 'in_review' | 'published' {
  const next = auditAfter('submitted', REVIEWED_KINDS[kind] ? 'review' : 'publish');
  if (next !== 'in_review' && next !== 'published') throw new Error('the life cycle has no way on from submission');
  return next;
}

/** Statuses in which an audit counts and everybody in its scope may read it. */
export const PUBLIC_STATUSES = ['published', 'final'] as const satisfies AuditStatus[];

/** Whether the audit is published, so that it counts. */
export function isPublic(status: AuditStatus): boolean {
  return (PUBLIC_STATUSES as readonly AuditStatus[]).includes(status);
}

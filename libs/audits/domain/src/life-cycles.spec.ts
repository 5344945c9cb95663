import { describe, expect, it } from 'vitest';
import { ASSIGNMENT_STATUSES, AUDIT_KINDS, AUDIT_STATUSES } from '@wheelhouse/contracts';
import {
  ASSIGNMENT_LIFE_CYCLE,
  assignmentAfter,
  type AssignmentEvent,
  assignmentStatusOn,
} from './assignment-life-cycle.js';
import { AUDIT_LIFE_CYCLE, auditAfter, type AuditEvent, isPublic, statusAfterSubmission } from './audit-life-cycle.js';

describe('the life cycle of an audit', () => {
  const events: AuditEvent[] = ['submit', 'review', 'publish', 'reject', 'finalise'];
  const allowed = [
    'draft submit submitted',
    'submitted review in_review',
    'submitted publish published',
    'in_review publish published',
    'in_review reject draft',
    'published finalise final',
  ];

  it('allows exactly the passages of the product', () => {
    const found = AUDIT_STATUSES.flatMap((status) =>
      events.flatMap((event) => (auditAfter(status, event) ? [`${status} ${event} ${auditAfter(status, event)}`] : [])),
    );
    expect(found).toEqual(allowed);
  });

  it('never leads out of a published audit back to a draft', () => {
    const reached = new Set<string>(['published']);
    for (const status of reached)
      for (const next of Object.values(AUDIT_LIFE_CYCLE[status as 'published'])) reached.add(next);
    expect([...reached]).toEqual(['published', 'final']);
  });

  it.each(AUDIT_KINDS)('%s: only mystery shops wait for review', (kind) => {
    expect(statusAfterSubmission(kind)).toBe(kind === 'mystery_shop' ? 'in_review' : 'published');
  });

  it('counts published and final audits only', () => {
    expect(AUDIT_STATUSES.filter(isPublic)).toEqual(['published', 'final']);
  });
});

describe('the life cycle of an assignment', () => {
  const events: AssignmentEvent[] = ['start', 'submit', 'discard', 'reject', 'expire', 'cancel'];

  it.each(ASSIGNMENT_STATUSES)('%s leads to statuses that exist', (status) => {
    for (const next of Object.values(ASSIGNMENT_LIFE_CYCLE[status])) expect(ASSIGNMENT_STATUSES).toContain(next);
  });

  it.each(['missed', 'cancelled'] as const)('%s is the end', (status) => {
    expect(events.filter((event) => assignmentAfter(status, event))).toEqual([]);
  });

  it('opens again when its draft is discarded, and goes back to work when its audit is rejected', () => {
    expect(assignmentAfter('in_progress', 'discard')).toBe('open');
    expect(assignmentAfter('done', 'reject')).toBe('in_progress');
    expect(assignmentAfter('open', 'reject')).toBeNull();
  });

  it.each([
    ['open', '2026-03-10', false, 'open'],
    ['open', '2026-03-11', false, 'missed'],
    ['in_progress', '2026-03-11', false, 'missed'],
    ['in_progress', '2026-03-11', true, 'in_progress'],
    ['done', '2026-03-11', false, 'done'],
    ['cancelled', '2026-03-11', false, 'cancelled'],
  ] as const)('%s on %s (sent back: %s) is %s', (status, today, sentBack, expected) => {
    expect(assignmentStatusOn(today, { status, windowTo: '2026-03-10', sentBack })).toBe(expected);
  });
});

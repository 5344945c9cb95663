import { describe, expect, it } from '@jest/globals';
import type { AssignmentResponse, AuditSummary } from '@wheelhouse/contracts';
import { urgencyOf, waitingList } from './waiting.js';

const today = '2026-11-22';
const assignment = (id: string, windowFrom: string, windowTo: string, auditId: string | null = null) =>
  ({ id, windowFrom, windowTo, auditId }) as AssignmentResponse;
const audit = (id: string, visitDate: string) => ({ id, visitDate }) as AuditSummary;

describe('what waits for me', () => {
  it('knows how pressing a window is', () => {
    expect(urgencyOf({ windowFrom: '2026-11-16', windowTo: '2026-11-21' }, today)).toBe('late');
    expect(urgencyOf({ windowFrom: '2026-11-16', windowTo: '2026-11-22' }, today)).toBe('today');
    expect(urgencyOf({ windowFrom: '2026-11-22', windowTo: '2026-11-29' }, today)).toBe('later');
    expect(urgencyOf({ windowFrom: '2026-11-23', windowTo: '2026-11-29' }, today)).toBe('not_yet');
  });

  it('puts the late first, then today, the begun, the nearest; what opens later comes last', () => {
    const rows = waitingList(
      {
        assignments: [
          assignment('next week', '2026-11-23', '2026-11-29'),
          assignment('open', '2026-11-16', '2026-11-30'),
          assignment('begun', '2026-11-16', '2026-12-30', 'draft of it'),
          assignment('today', '2026-11-16', '2026-11-22'),
          assignment('late', '2026-11-01', '2026-11-20'),
        ],
        drafts: [audit('draft of it', '2026-11-20'), audit('loose draft', '2026-11-21')],
        reviews: [audit('review', '2026-11-10')],
        outlets: [],
        startable: [],
      },
      today,
    );
    expect(rows.map(({ id }) => id)).toEqual(['late', 'today', 'loose draft', 'begun', 'review', 'open', 'next week']);
  });
});

import { describe, expect, it } from 'vitest';
import type {
  AssignmentResponse,
  AuditSummary,
  WaitingCycle,
  WaitingStandard,
  WaitingWave,
} from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';
import fc from 'fast-check';
import { comingLater, countsByKind, URGENCIES, urgencyOfDay, waitingList } from './waiting.js';

const today = '2026-11-22';
const assignment = (id: string, windowFrom: string, windowTo: string, auditId: string | null = null) =>
  ({ id, windowFrom, windowTo, auditId }) as AssignmentResponse;
const audit = (id: string, visitDate = '2026-11-20') => ({ id, visitDate }) as AuditSummary;
const cycle = (id: string, dueOn: string | null) => ({ id, dueOn }) as WaitingCycle;
const wave = (id: string, windowTo: string, releaseOn: string, missed = 0) =>
  ({ id, windowTo, releaseOn, missed }) as WaitingWave;
const standard = (versionId: string) => ({ versionId, savedAt: '2026-11-01T00:00:00Z' }) as WaitingStandard;
const none = { today, assignments: [], drafts: [], reviews: [], cycles: [], waves: [], standards: [] };

describe('what waits for me', () => {
  it('puts the late first, then today, then the week, then later', () => {
    const rows = waitingList({
      ...none,
      assignments: [
        assignment('next week', '2026-11-23', '2026-11-29'),
        assignment('far', '2026-11-16', '2026-12-20'),
        assignment('week', '2026-11-16', '2026-11-28'),
        assignment('begun, later', '2026-11-16', '2026-12-30', 'draft of it'),
        assignment('today', '2026-11-16', '2026-11-22'),
        assignment('late', '2026-11-01', '2026-11-20'),
      ],
      drafts: [audit('draft of it'), audit('loose draft')],
      reviews: [audit('young review', '2026-11-18'), audit('old review', '2026-11-10')],
      cycles: [cycle('overdue cycle', '2026-11-10'), cycle('ready cycle', null)],
      waves: [wave('wave', '2026-11-15', '2026-11-27'), wave('missed shops', '2026-11-21', '2026-12-20', 2)],
      standards: [standard('idle')],
    });
    expect(rows.map(({ id }) => id)).toEqual([
      'overdue cycle',
      'late',
      'missed shops',
      'today',
      'wave',
      'week',
      'loose draft',
      'old review',
      'young review',
      'ready cycle',
      'idle',
      'far',
      'begun, later',
    ]);
    expect(countsByKind(rows)).toEqual([
      { kind: 'draft', count: 1 },
      { kind: 'assignment', count: 5 },
      { kind: 'review', count: 2 },
      { kind: 'cycle', count: 2 },
      { kind: 'wave', count: 2 },
      { kind: 'standard', count: 1 },
    ]);
  });

  it('keeps apart what opens later, the next one first', () => {
    const assignments = [
      assignment('c', '2026-12-01', '2026-12-02'),
      assignment('b', '2026-11-23', '2026-12-20'),
      assignment('open', '2026-11-22', '2026-11-22'),
    ];
    expect(comingLater({ assignments, today }).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('knows how pressing a day is', () => {
    expect(['2026-11-21', today, '2026-11-29', '2026-11-30', null].map((day) => urgencyOfDay(day, today))).toEqual([
      'late',
      'today',
      'soon',
      'later',
      'soon',
    ]);
  });
});

describe('the order of what waits', () => {
  const day = fc.integer({ min: -30, max: 30 }).map((n) => addDays(today, n));
  const lists = fc
    .record({
      assignments: fc.array(fc.tuple(day, day, fc.boolean()), { maxLength: 12 }),
      drafts: fc.array(day, { maxLength: 6 }),
      reviews: fc.array(day, { maxLength: 6 }),
      cycles: fc.array(fc.option(day), { maxLength: 6 }),
      waves: fc.array(fc.tuple(day, day, fc.nat(2)), { maxLength: 6 }),
      standards: fc.nat(4),
    })
    .map((given) => ({
      today,
      assignments: given.assignments.map(([a, b, begun], i) =>
        assignment(`a${i}`, a < b ? a : b, a < b ? b : a, begun ? `d${i}` : null),
      ),
      drafts: given.drafts.map((visit, i) => audit(`d${i}`, visit)),
      reviews: given.reviews.map((visit, i) => audit(`r${i}`, visit)),
      cycles: given.cycles.map((dueOn, i) => cycle(`c${i}`, dueOn)),
      waves: given.waves.map(([a, b, missed], i) => wave(`w${i}`, a < b ? a : b, a < b ? b : a, missed)),
      standards: Array.from({ length: given.standards }, (_, i) => standard(`s${i}`)),
    }));

  it('never puts anything before what presses more, nor a later day before an earlier one', () => {
    fc.assert(
      fc.property(lists, (given) => {
        const rows = waitingList(given);
        for (let i = 1; i < rows.length; i++) {
          const [a, b] = [rows[i - 1], rows[i]];
          if (!a || !b) throw new Error('a row is missing');
          const [p, q] = [URGENCIES.indexOf(a.urgency), URGENCIES.indexOf(b.urgency)];
          expect(p).toBeLessThanOrEqual(q);
          if (p === q && a.due && b.due) expect(a.due <= b.due).toBe(true);
        }
      }),
    );
  });

  it('loses nothing, doubles nothing, and does not depend on the order of the lists', () => {
    fc.assert(
      fc.property(lists, (given) => {
        const rows = waitingList(given);
        const ids = rows.map(({ kind, id }) => `${kind} ${id}`);
        const begun = new Set(given.assignments.map(({ auditId }) => auditId));
        const loose = given.drafts.filter(({ id }) => !begun.has(id)).length;
        const others = given.reviews.length + given.cycles.length + given.waves.length + given.standards.length;
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length + comingLater(given).length).toBe(given.assignments.length + loose + others);
        const reversed = {
          ...given,
          assignments: given.assignments.toReversed(),
          drafts: given.drafts.toReversed(),
          reviews: given.reviews.toReversed(),
          cycles: given.cycles.toReversed(),
          waves: given.waves.toReversed(),
          standards: given.standards.toReversed(),
        };
        expect(waitingList(reversed)).toEqual(rows);
      }),
    );
  });
});

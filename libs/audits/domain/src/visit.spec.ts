import { describe, expect, it } from 'vitest';
import type { VisitField, VisitRecord } from '@wheelhouse/contracts';
import { monthsBefore, rotationProblems, rotationRulesOf } from './shopper-eligibility.js';
import { visitDateProblem } from './visit-date.js';
import { checkVisitRecord, isInvalidated } from './visit-record.js';

describe('a visit date', () => {
  const outlet = { openedOn: '2026-02-01', closedOn: '2026-03-03' };

  it.each([
    ['2026-03-04', '2026-03-04', { openedOn: '2020-01-01', closedOn: null }, null],
    ['2026-03-05', '2026-03-04', { openedOn: '2020-01-01', closedOn: null }, 'AUDIT.VISIT_DATE'],
    ['2026-01-03', '2026-03-04', { openedOn: '2020-01-01', closedOn: null }, null],
    ['2026-01-02', '2026-03-04', { openedOn: '2020-01-01', closedOn: null }, 'AUDIT.VISIT_DATE'],
    ['2026-01-31', '2026-03-04', outlet, 'AUDIT.OUTLET_CLOSED'],
    ['2026-02-01', '2026-03-04', outlet, null],
    ['2026-03-02', '2026-03-04', outlet, null],
    ['2026-03-03', '2026-03-04', outlet, 'AUDIT.OUTLET_CLOSED'],
  ])('%s seen on %s in %j: %s', (visitDate, today, place, expected) => {
    expect(visitDateProblem(visitDate, today, place)?.code ?? null).toBe(expected);
  });
});

const fields: VisitField[] = [
  { id: 'when', en: 'When', zh: '时间', type: 'datetime', required: true },
  { id: 'nps', en: 'NPS', zh: '推荐', type: 'nps', required: true },
  { id: 'facts', en: 'Facts', zh: '经过', type: 'text', required: true, min_chars: 10 },
  { id: 'name', en: 'Name', zh: '姓名', type: 'text', required: false },
  { id: 'seen', en: 'Recognised?', zh: '识破', type: 'yes_no', required: true, invalidates_if: true },
];
const complete: VisitRecord = {
  when: '2026-03-04T10:30',
  nps: 9,
  facts: '进店后三分钟内有人接待,环境整洁。',
  seen: false,
};

describe('a visit record', () => {
  it('is complete with every required field', () => {
    expect(checkVisitRecord(fields, complete, 'submit')).toEqual([]);
    expect(checkVisitRecord(fields, {}, 'draft')).toEqual([]);
  });

  it('names each required field that is missing or empty', () => {
    const problems = checkVisitRecord(fields, { facts: '   ' }, 'submit');
    expect(problems.map((p) => `${p.field} ${p.code}`)).toEqual(
      ['when', 'nps', 'facts', 'seen'].map((id) => `visitRecord.${id} FIELD.REQUIRED`),
    );
  });

  it.each([
    ['when', 'yesterday', 'FIELD.FORMAT'],
    ['when', '2026-13-04T10:30', 'FIELD.FORMAT'],
    ['when', 5, 'FIELD.TYPE'],
    ['nps', 11, 'FIELD.RANGE'],
    ['nps', 7.5, 'FIELD.TYPE'],
    ['nps', '7', 'FIELD.TYPE'],
    ['seen', 'no', 'FIELD.TYPE'],
    ['facts', 'short', 'FIELD.TOO_SHORT'],
    ['facts', 'x'.repeat(4001), 'FIELD.TOO_LONG'],
    ['other', 'x', 'FIELD.UNKNOWN'],
    ['__proto__', 'x', 'FIELD.UNKNOWN'],
    ['constructor', 'x', 'FIELD.UNKNOWN'],
  ])('%s = %j: %s', (id, value, code) => {
    const record = JSON.parse(`{${JSON.stringify(id)}: ${JSON.stringify(value)}}`) as VisitRecord;
    expect(
      checkVisitRecord(fields, { ...complete, ...record }, 'submit').length +
        checkVisitRecord(fields, record, 'submit').length,
    ).toBeGreaterThan(0);
    expect(checkVisitRecord(fields, record, 'submit')).toContainEqual(
      expect.objectContaining({ field: `visitRecord.${id}`, code }),
    );
  });

  it('lets a draft have a text that is still short', () => {
    expect(checkVisitRecord(fields, { facts: 'short' }, 'draft')).toEqual([]);
  });

  it('is invalid when the shopper was recognised', () => {
    expect(isInvalidated(fields, complete)).toBe(false);
    expect(isInvalidated(fields, { ...complete, seen: true })).toBe(true);
  });
});

describe('the rotation of shoppers (formulas 2.19, mystery_eligibility)', () => {
  it.each([
    ['2025-06-15', [], []],
    ['2025-06-15', ['2025-01-10'], ['cooldown']],
    ['2025-06-15', ['2024-12-15'], []],
    ['2025-06-15', ['2023-01-01', '2024-01-01'], ['max_visits']],
    ['2025-06-15', ['2025-06-01', '2025-01-01'], ['cooldown', 'max_visits']],
  ] as [string, string[], string[]][])('a visit on %s after %j: %j', (day, history, expected) => {
    expect(rotationProblems(day, history)).toEqual(expected);
  });

  it('clamps to the last day of a shorter month', () => {
    expect(monthsBefore('2026-08-31', 6)).toBe('2026-02-28');
    expect(monthsBefore('2026-01-15', 1)).toBe('2025-12-15');
  });

  it('takes its limits from the standard', () => {
    expect(rotationRulesOf({ cooldown_months: 3, max_visits_same_outlet: 5 })).toEqual({
      cooldownMonths: 3,
      maxVisitsSameOutlet: 5,
    });
    expect(rotationRulesOf(undefined)).toEqual({ cooldownMonths: 6, maxVisitsSameOutlet: 2 });
  });
});

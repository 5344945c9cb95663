import { describe, expect, it } from 'vitest';
import type { DomainError } from '@wheelhouse/kernel';
import { parentsOn, planMove, type Stay, type UnitStay, wouldCycle } from './placements.js';

const TODAY = '2026-11-22';
const stay = (id: string, parentId: string | null, from: string, until: string | null = null): Stay => ({
  id,
  parentId,
  from,
  until,
});
const HISTORY = [stay('s1', 'west', '2024-01-01', '2026-03-02'), stay('s2', 'east', '2026-03-02')];
const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('was not refused');
};

describe('planMove', () => {
  it.each([
    ['today when no day is given', 'north', undefined, { kind: 'append', close: 's2', from: TODAY }],
    ['a day in the past', 'north', '2026-03-03', { kind: 'append', close: 's2', from: '2026-03-03' }],
    [
      'the day on which the present place began',
      'north',
      '2026-03-02',
      { kind: 'replace', stay: 's2', from: '2026-03-02' },
    ],
    ['back on that same day', 'west', '2026-03-02', { kind: 'resume', remove: 's2', reopen: 's1', from: '2024-01-01' }],
    ['to where it hangs already', 'east', undefined, { kind: 'none' }],
  ] as const)('%s', (_, to, from, plan) => {
    expect(planMove(HISTORY, to, from, TODAY)).toEqual(plan);
  });

  it.each(['2026-03-01', '2026-11-23'])('refuses %s with the range', (from) => {
    const error = refusal(() => planMove(HISTORY, 'north', from, TODAY));
    expect(error.code).toBe('ORG.MOVE_DATE');
    expect(error.fields).toEqual([{ field: 'from', code: 'FIELD.RANGE', params: { min: '2026-03-02', max: TODAY } }]);
  });

  it('lets an outlet that has not opened yet change its first place', () => {
    const ahead = [stay('s1', 'west', '2027-01-01')];
    expect(planMove(ahead, 'east', undefined, TODAY)).toEqual({ kind: 'replace', stay: 's1', from: '2027-01-01' });
  });
});

const unit = (unitId: string, parentId: string | null, from: string, until: string | null = null): UnitStay => ({
  id: `${unitId}@${from}`,
  unitId,
  parentId,
  from,
  until,
});

describe('the tree of a day', () => {
  const stays = [
    unit('hq', null, '1970-01-01'),
    unit('a', 'hq', '2025-01-01', '2026-01-01'),
    unit('a', 'b', '2026-01-01'),
    unit('b', 'hq', '2025-06-01'),
  ];

  it('takes the stay of that day, and the first one before there is any', () => {
    expect(Object.fromEntries(parentsOn(stays, '2025-12-31'))).toEqual({ hq: null, a: 'hq', b: 'hq' });
    expect(parentsOn(stays, '2026-01-01').get('a')).toBe('b');
    expect(parentsOn(stays, '2000-01-01').get('b')).toBe('hq');
  });

  it('knows a move below itself', () => {
    expect(wouldCycle(stays, 'b', 'a', TODAY)).toBe(true);
    expect(wouldCycle(stays, 'b', 'b', TODAY)).toBe(true);
    expect(wouldCycle(stays, 'b', 'hq', TODAY)).toBe(false);
  });

  it('knows one that only days since the move would have seen', () => {
    const since = [
      unit('hq', null, '1970-01-01'),
      unit('b', 'hq', '2025-01-01'),
      unit('a', 'hq', '2025-01-01', '2026-02-01'),
      unit('a', 'b', '2026-02-01', '2026-03-01'),
      unit('a', 'hq', '2026-03-01'),
    ];
    expect(wouldCycle(since, 'b', 'a', '2026-01-15')).toBe(true);
    expect(wouldCycle(since, 'b', 'a', '2026-03-01')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { metricProblem, normalMetric } from './metric-problem.js';
import { nextTurnName } from './next-turn.js';
import { afterWindow, baselineWindow, trendWeeks } from './windows.js';

describe('windows', () => {
  it('a baseline covers the 8 weeks before the do phase, or before today', () => {
    expect(baselineWindow('2026-07-06', '2026-07-20')).toEqual({ from: '2026-05-11', to: '2026-07-05' });
    expect(baselineWindow(null, '2026-07-06')).toEqual({ from: '2026-05-11', to: '2026-07-05' });
    expect(baselineWindow('2026-12-01', '2026-07-06')).toEqual({ from: '2026-05-11', to: '2026-07-05' });
  });

  it('after begins with the do phase', () => {
    expect(afterWindow('2026-07-06', '2026-07-05')).toBeNull();
    expect(afterWindow('2026-07-06', '2026-07-06')).toEqual({ from: '2026-07-06', to: '2026-07-06' });
    expect(afterWindow(null, '2026-07-06')).toBeNull();
  });

  it('a trend runs from 13 weeks before the do phase until now, in the tenant’s weeks', () => {
    const weeks = trendWeeks('2026-07-06', '2026-07-20', 1);
    expect(weeks).toHaveLength(16);
    expect(weeks[0]?.start).toBe('2026-04-06');
    expect(weeks.at(-1)).toMatchObject({ key: '2026-W30', start: '2026-07-20' });
    expect(trendWeeks('2026-07-06', '2026-07-20', 7).at(-1)?.start).toBe('2026-07-19');
    expect(trendWeeks('2020-01-01', '2026-07-20', 1)).toHaveLength(104);
  });
});

describe('a metric and its standard', () => {
  const body = { sections: [{ id: 'A', en: 'A', zh: 'A', weight: 1, items: [{ id: 'A-01' }] }] } as never;
  it.each([
    [{ kind: 'source_score', source: 'audit' }, null],
    [{ kind: 'section_score', source: 'audit', sectionId: 'A' }, null],
    [
      { kind: 'section_score', source: 'audit', sectionId: 'Z' },
      { field: 'sectionId', what: 'Z' },
    ],
    [{ kind: 'item_pass_rate', source: 'audit', itemId: 'A-01' }, null],
    [
      { kind: 'item_pass_rate', source: 'audit', itemId: 'A-99' },
      { field: 'itemId', what: 'A-99' },
    ],
  ] as const)('%j: %j', (metric, expected) => {
    expect(metricProblem(metric, body)).toEqual(expected);
  });

  it('names nothing that exists while no standard is chosen, and keeps only what its kind uses', () => {
    expect(metricProblem({ kind: 'section_score', source: 'audit', sectionId: 'A' }, null)).toEqual({
      field: 'sectionId',
      what: 'A',
    });
    expect(normalMetric({ kind: 'source_score', source: 'audit', sectionId: 'A', itemId: 'x' })).toEqual({
      kind: 'source_score',
      source: 'audit',
    });
    expect(normalMetric({ kind: 'item_pass_rate', source: 'audit', sectionId: 'A', itemId: 'x' })).toEqual({
      kind: 'item_pass_rate',
      source: 'audit',
      itemId: 'x',
    });
  });
});

describe('nextTurnName', () => {
  it('counts the turns', () => {
    expect(nextTurnName({ en: 'Estimates', zh: '估价单 · 2' })).toEqual({ en: 'Estimates · 2', zh: '估价单 · 3' });
    expect(nextTurnName({ en: 'x · 9', zh: '😀'.repeat(100) })).toEqual({ en: 'x · 10', zh: `${'😀'.repeat(98)} · 2` });
  });
});

import { describe, expect, it } from 'vitest';
import { CYCLE_PHASES } from '@wheelhouse/contracts';
import fc from 'fast-check';
import type { CycleFacts, ObjectiveFacts } from './cycle-facts.js';
import { GATE_TEXTS, gateText } from './gate-texts.js';
import { gateFacts, gateOf, phaseFacts } from './gates.js';
import { nextPhase, OPEN_FIELDS, PHASE_TEXTS } from './phases.js';
import { smartProblems } from './smart-problems.js';

const NAME = { en: 'Signed estimates', zh: '估价单签字率' };
const objective = (over: Partial<ObjectiveFacts> = {}): ObjectiveFacts => ({
  name: NAME,
  direction: 'up',
  baseline: 61,
  target: 85,
  dueOn: '2026-08-31',
  measured: true,
  decision: 'standardise',
  ...over,
});
const cycle = (over: Partial<CycleFacts> = {}): CycleFacts => ({
  phase: 'plan',
  today: '2026-07-01',
  scope: { en: 'East', zh: '华东' },
  standard: { name: { en: 'After-sales', zh: '售后' }, status: 'published' },
  auditPlan: 'Two supervisor audits for each outlet.',
  doFrom: '2026-07-06',
  doTo: '2026-08-16',
  conclusion: 'It worked.',
  assignments: { total: 0, settled: 0 },
  objectives: [objective()],
  ...over,
});
const missing = (facts: CycleFacts) =>
  gateFacts(facts)
    .filter((fact) => !fact.present)
    .map((fact) => fact.code);

describe('plan → do', () => {
  it.each<[string, Partial<CycleFacts>, string[]]>([
    ['everything is there', {}, []],
    ['no objective', { objectives: [] }, ['objective']],
    ['no scope', { scope: null }, ['scope']],
    ['no standard', { standard: null }, ['standard']],
    ['a draft of a standard', { standard: { name: NAME, status: 'draft' } }, ['standard']],
    ['a retired standard', { standard: { name: NAME, status: 'retired' } }, ['standard']],
    ['no audit plan', { auditPlan: null }, ['audit_plan']],
    ['a blank audit plan', { auditPlan: ' \n' }, ['audit_plan']],
    ['no do phase', { doFrom: null, doTo: null }, ['do_from', 'do_to']],
    ['no baseline', { objectives: [objective({ baseline: null })] }, ['objective.baseline']],
    ['a baseline of 0 is a baseline', { objectives: [objective({ baseline: 0 })] }, []],
    ['no target', { objectives: [objective({ target: null })] }, ['objective.target']],
    ['no due date', { objectives: [objective({ dueOn: null })] }, ['objective.due']],
    ['a target that is no challenge', { objectives: [objective({ target: 61 })] }, ['objective.target_better']],
    [
      'a due date before the start',
      { objectives: [objective({ dueOn: '2026-07-06' })] },
      ['objective.due_after_start'],
    ],
    [
      'one of two objectives',
      { objectives: [objective(), objective({ target: null, dueOn: null })] },
      ['objective.target', 'objective.due'],
    ],
  ])('%s', (_, over, expected) => {
    expect(missing(cycle(over))).toEqual(expected);
    expect(gateOf(cycle(over))).toMatchObject({ to: 'do', open: expected.length === 0 });
  });
});

describe('do → check', () => {
  it.each<[string, Partial<CycleFacts>, boolean]>([
    ['before its last day', { today: '2026-08-15' }, false],
    ['on its last day', { today: '2026-08-16' }, true],
    ['early, every assignment done or missed', { assignments: { total: 3, settled: 3 } }, true],
    ['early, one assignment open', { assignments: { total: 3, settled: 2 } }, false],
    ['early, without any assignment', { assignments: { total: 0, settled: 0 } }, false],
  ])('%s', (_, over, open) => {
    expect(gateOf(cycle({ phase: 'do', ...over }))).toMatchObject({ to: 'check', open });
  });
});

describe('check → act → closed', () => {
  it.each<[CycleFacts['phase'], Partial<CycleFacts>, string[]]>([
    ['check', {}, []],
    ['check', { conclusion: '' }, ['conclusion']],
    ['check', { objectives: [objective({ measured: false }), objective()] }, ['objective.measured']],
    ['act', {}, []],
    [
      'act',
      { objectives: [objective({ decision: null }), objective({ decision: null })] },
      ['objective.decision', 'objective.decision'],
    ],
  ])('%s %j lacks %j', (phase, over, expected) => {
    expect(missing(cycle({ phase, ...over }))).toEqual(expected);
  });

  it('a closed cycle has no gate', () => {
    expect(gateOf(cycle({ phase: 'closed' }))).toBeNull();
  });
});

describe('the wheel', () => {
  it('turns one way and ends', () => {
    expect(CYCLE_PHASES.map(nextPhase)).toEqual(['do', 'check', 'act', 'closed', null]);
    expect(CYCLE_PHASES.map((phase) => OPEN_FIELDS[phase].length)).toEqual([6, 2, 1, 1, 0]);
    for (const phase of CYCLE_PHASES) expect(PHASE_TEXTS[phase].zh).not.toBe(PHASE_TEXTS[phase].en);
  });

  const anyObjective = fc.record({
    name: fc.constant(NAME),
    direction: fc.constantFrom('up' as const, 'down' as const),
    baseline: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    target: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    dueOn: fc.option(fc.constantFrom('2026-07-01', '2026-07-06', '2026-09-01')),
    measured: fc.boolean(),
    decision: fc.option(fc.constantFrom('standardise' as const, 'adjust' as const, 'drop' as const)),
  });

  it('a gate opens exactly when nothing is missing, and every fact has its text in both languages', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CYCLE_PHASES), fc.array(anyObjective, { maxLength: 4 }), (phase, objectives) => {
        const facts = cycle({ phase, objectives });
        const gate = gateOf(facts);
        expect(gate?.open ?? null).toBe(gate ? missing(facts).length === 0 : null);
        for (const fact of gateFacts(facts)) {
          for (const locale of ['en', 'zh-CN'] as const) expect(gateText(fact, locale)).not.toMatch(/^$|[{}]/);
        }
        for (const one of objectives) {
          if (one.baseline === null || one.target === null) expect(smartProblems(one, null)).toEqual([]);
        }
      }),
    );
  });

  it('names the objective in the reader’s language', () => {
    const fact = { code: 'objective.baseline' as const, subject: { en: 'A $& b', zh: '甲' } };
    expect(gateText(fact, 'en')).toBe('baseline of “A $& b”');
    expect(gateText(fact, 'zh-CN')).toBe('“甲”的基线');
    for (const text of Object.values(GATE_TEXTS))
      expect(text.en.includes('{subject}')).toBe(text.zh.includes('{subject}'));
  });
});

describe('smartProblems', () => {
  it.each([
    ['up', 60, 60.1, []],
    ['up', 60, 60, ['objective.target_better']],
    ['down', 60, 59, []],
    ['down', 60, 61, ['objective.target_better']],
    ['up', null, 10, []],
    ['up', 60, null, []],
  ] as const)('%s from %s to %s: %j', (direction, baseline, target, expected) => {
    expect(smartProblems({ direction, baseline, target, dueOn: null }, '2026-07-06')).toEqual(expected);
  });

  it('a due date must lie after the first day of the do phase', () => {
    const due = (dueOn: string | null, doFrom: string | null) =>
      smartProblems({ direction: 'up', baseline: null, target: null, dueOn }, doFrom);
    expect(due('2026-07-06', '2026-07-06')).toEqual(['objective.due_after_start']);
    expect(due('2026-07-07', '2026-07-06')).toEqual([]);
    expect(due(null, '2026-07-06')).toEqual([]);
    expect(due('2026-01-01', null)).toEqual([]);
  });
});

describe('the wheel', () => {
  it('has the facts of every phase: all of those passed, of the others what is there now', () => {
    const facts = cycle({
      phase: 'check',
      doTo: '2026-08-16',
      conclusion: null,
      objectives: [objective({ decision: null })],
    });
    const there = phaseFacts(facts).map(({ phase, facts: of }) => [
      phase,
      of.filter(({ present }) => present).length,
      of.length,
    ]);
    expect(there).toEqual([
      ['plan', 11, 11],
      ['do', 1, 1],
      ['check', 1, 2],
      ['act', 0, 1],
    ]);
  });
});

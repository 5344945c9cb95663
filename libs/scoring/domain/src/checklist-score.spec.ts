import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type {
  Answer,
  Answers,
  CriticalRule,
  ItemType,
  ScoreResult,
  StandardBody,
  StandardItem,
} from '@wheelhouse/contracts';
import fc from 'fast-check';
import { scoreAudit, scoreChecklist, type ScorableBody } from './checklist-score.js';
import { expectFigures, vectorsOf } from './testing/vectors.js';

interface VectorItem {
  id: string;
  weight: number;
  value?: Answer['value'];
  na?: true;
  type?: ItemType;
  min?: number;
  max?: number;
  full_at?: number;
  zero_at?: number;
  options?: Record<string, number>;
  critical?: CriticalRule;
}
interface VectorInput {
  sections: { id: string; weight: number; items: VectorItem[] }[];
  mode?: 'section_weighted' | 'flat';
  grades?: [string, number][];
  precision?: number;
  special_deductions?: number;
  special_bonus?: number;
}

const GRADES: [string, number][] = [
  ['A', 90],
  ['B', 80],
  ['C', 70],
  ['D', 0],
];

/** A bare item of the vectors' short form as a standard's item. */
function itemOf(item: VectorItem): StandardItem {
  const { id, weight, type = 'yes_no', critical = null } = item;
  const numeric = { full_at: item.full_at ?? 0, zero_at: item.zero_at ?? 1, unit: '' };
  const options = Object.entries(item.options ?? {}).map(([code, credit]) => ({ code, en: code, zh: code, credit }));
  return {
    ...{ id, weight, type, critical, en: id, zh: id, servqual: 'REL', mot: null, department: 'SA', na_allowed: true },
    evidence: { kind: [], required_on: 'fail' },
    scale: { min: item.min ?? 0, max: item.max ?? 4, anchors_en: [], anchors_zh: [] },
    numeric,
    options,
  };
}

function bodyOf(input: VectorInput): ScorableBody {
  return {
    scoring: {
      mode: input.mode ?? 'section_weighted',
      precision: input.precision ?? 2,
      grades: input.grades ?? GRADES,
      na_share_warning: 0.3,
    },
    sections: input.sections.map(({ id, weight, items }) => ({ id, en: id, zh: id, weight, items: items.map(itemOf) })),
  };
}

function answersOf(input: VectorInput): Answers {
  const items = input.sections.flatMap((section) => section.items);
  return Object.fromEntries(items.map(({ id, na, value }) => [id, na ? { na, naReason: 'none here' } : { value }]));
}

function expectScore(actual: ScoreResult, expected: Record<string, unknown>) {
  const { na_weight_share, ...rest } = expected;
  expectFigures(actual, { ...rest, naWeightShare: na_weight_share });
}

describe('the worked cases of the checklist score', () => {
  it.each(vectorsOf<VectorInput, Record<string, unknown>>('checklist_score'))('$note', ({ input, expected }) => {
    const special = { deductions: input.special_deductions, bonus: input.special_bonus };
    expectScore(scoreChecklist(bodyOf(input), answersOf(input), special), expected);
  });
});

type Default = Record<ItemType, unknown>;
interface ContentInput {
  standard: string;
  answers: Record<string, Default | Answer['value'] | 'NA'>;
}

function answerTo(item: StandardItem, input: ContentInput): Answer {
  const own = input.answers[item.id];
  if (own === 'NA') return { na: true, naReason: 'none here' };
  if (own !== undefined) return { value: own as Answer['value'] };
  const value = (input.answers['*'] as Default)[item.type];
  if (value === 'ok') return { value: { ok: item.sample?.size ?? 1, n: item.sample?.size ?? 1 } };
  if (value === 'full') return { value: item.numeric?.full_at };
  if (value === 'best') return { value: item.options?.toSorted((a, b) => b.credit - a.credit)[0]?.code };
  return { value: value as Answer['value'] };
}

describe('the example standards, end to end', () => {
  it.each(vectorsOf<ContentInput, Record<string, unknown>>('content_end_to_end'))('$note', ({ input, expected }) => {
    const file = new URL(`../../../../demo/content/${input.standard}`, import.meta.url);
    const body = JSON.parse(readFileSync(file, 'utf8')) as StandardBody;
    const items = body.sections.flatMap((section) => section.items);
    const answers = Object.fromEntries(items.map((item) => [item.id, answerTo(item, input)]));
    expectScore(scoreAudit(body, answers), expected);
  });
});

const scaleItem = fc.record({
  weight: fc.integer({ min: 1, max: 9 }),
  value: fc.integer({ min: 0, max: 4 }),
  na: fc.boolean(),
});
const sheet = fc.record({
  mode: fc.constantFrom('section_weighted' as const, 'flat' as const),
  sections: fc.array(
    fc.record({ weight: fc.integer({ min: 1, max: 40 }), items: fc.array(scaleItem, { minLength: 1, maxLength: 6 }) }),
    { minLength: 1, maxLength: 5 },
  ),
});
type Sheet = {
  mode: 'section_weighted' | 'flat';
  sections: { weight: number; items: { weight: number; value: number; na: boolean }[] }[];
};

function inputOf({ mode, sections }: Sheet): VectorInput {
  return {
    mode,
    sections: sections.map((section, s) => ({
      id: `S${s}`,
      weight: section.weight,
      items: section.items.map(({ weight, value, na }, i) => ({
        ...{ id: `S${s}-${i}`, weight, type: 'scale' as const },
        ...(na ? { na: true as const } : { value }),
      })),
    })),
  };
}
const scoreOf = (input: VectorInput) => scoreAudit(bodyOf(input), answersOf(input));

describe('properties of the checklist score', () => {
  it('stays within 0–100, or is null when nothing applies', () => {
    fc.assert(
      fc.property(sheet, (s) => {
        const { final, naWeightShare } = scoreOf(inputOf(s));
        expect(final === null).toBe(s.sections.every((section) => section.items.every((item) => item.na)));
        if (final !== null) expect(final >= 0 && final <= 100 + 1e-9).toBe(true);
        expect(naWeightShare >= 0 && naWeightShare <= 1).toBe(true);
      }),
    );
  });

  it('never falls when an answer gets better', () => {
    fc.assert(
      fc.property(sheet, fc.nat(), (s, pick) => {
        const better = structuredClone(s);
        const items = better.sections.flatMap((section) => section.items);
        const item = items[pick % items.length];
        if (!item || item.na || item.value === 4) return;
        item.value += 1;
        expect(scoreOf(inputOf(better)).final ?? 0).toBeGreaterThan(scoreOf(inputOf(s)).final ?? 0);
      }),
    );
  });

  it('does not move when an item that is N/A is added, and not with the order of items or sections', () => {
    fc.assert(
      fc.property(sheet, fc.integer({ min: 1, max: 9 }), (s, weight) => {
        const more = structuredClone(s);
        more.sections[0]?.items.push({ weight, value: 0, na: true });
        expect(scoreOf(inputOf(more)).final).toEqual(scoreOf(inputOf(s)).final);
        const input = inputOf(s);
        const turned = {
          ...input,
          sections: input.sections.toReversed().map((x) => ({ ...x, items: x.items.toReversed() })),
        };
        expect(scoreOf(turned).final ?? -1).toBeCloseTo(scoreOf(input).final ?? -1, 9);
      }),
    );
  });

  it('is the same in both modes when everything applies and sections weigh what their items weigh', () => {
    fc.assert(
      fc.property(sheet, (s) => {
        const sections = s.sections.map(({ items }) => ({
          items: items.map((item) => ({ ...item, na: false })),
          weight: items.reduce((sum, item) => sum + item.weight, 0),
        }));
        const flat = scoreOf(inputOf({ mode: 'flat', sections })).final ?? -1;
        expect(scoreOf(inputOf({ mode: 'section_weighted', sections })).final ?? -1).toBeCloseTo(flat, 9);
      }),
    );
  });
});

describe('edge cases of the checklist score', () => {
  const redLine = (rule: CriticalRule): VectorInput => ({
    sections: [
      {
        id: 'S',
        weight: 1,
        items: [
          { id: 'a', weight: 1, value: true },
          { id: 'x', weight: 1, critical: rule },
        ],
      },
    ],
  });

  it('counts an unanswered item as 0, marks the sheet incomplete and crosses no red line', () => {
    const result = scoreAudit(bodyOf(redLine({ rule: 'zero_total' })), { a: { value: true } });
    expect(result).toMatchObject({ final: 50, complete: false, triggered: [] });
  });

  it('takes nothing from the prototype of the answers', () => {
    const input: VectorInput = { sections: [{ id: 'S', weight: 1, items: [{ id: 'constructor', weight: 1 }] }] };
    expect(scoreAudit(bodyOf(input), {})).toMatchObject({ final: 0, complete: false });
  });

  it('does not let a forbidden N/A or a value of another type help', () => {
    const body = bodyOf(redLine({ rule: 'fail' }));
    for (const item of body.sections[0]?.items ?? []) item.na_allowed = false;
    const result = scoreAudit(body, { a: { na: true, naReason: 'hm' }, x: { value: 'yes' } });
    expect(result).toMatchObject({ final: 0, complete: false, naWeightShare: 0 });
  });

  it('caps a section in flat mode by the weight of its items', () => {
    const input = { ...redLine({ rule: 'zero_section' }), mode: 'flat' as const };
    input.sections.push({ id: 'T', weight: 1, items: [{ id: 'b', weight: 2, value: true }] });
    const answers = { a: { value: true }, x: { value: false }, b: { value: true } };
    expect(scoreAudit(bodyOf(input), answers)).toMatchObject({ final: 50, triggered: ['x'] });
  });

  it('warns of low coverage only above the limit', () => {
    const items = [3, 7].map((weight, i) => ({
      id: `i${i}`,
      weight,
      ...(i === 0 ? { na: true as const } : { value: true }),
    }));
    const at = bodyOf({ sections: [{ id: 'S', weight: 1, items }] });
    const answers = answersOf({ sections: [{ id: 'S', weight: 1, items }] });
    expect(scoreAudit(at, answers).lowCoverage).toBe(false);
    expect(scoreAudit({ ...at, scoring: { ...at.scoring, na_share_warning: 0.29 } }, answers).lowCoverage).toBe(true);
  });
});

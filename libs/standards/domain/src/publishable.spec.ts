import { describe, expect, it } from 'vitest';
import { FIELD_TEXTS, type StandardBody } from '@wheelhouse/contracts';
import { checkPublishable } from './publishable.js';
import { CONTENT, content, itemOfType } from './testing/content.js';

/** The codes that refuse a standard after one change. */
function refused(change: (body: StandardBody) => void, code: 'AS-4S' | 'MS-4S' = 'AS-4S'): string[] {
  const body = content(code);
  change(body);
  const { problems } = checkPublishable(body);
  for (const problem of problems) expect(Object.keys(FIELD_TEXTS)).toContain(problem.code);
  return problems.map((problem) => `${problem.field} ${problem.code}`);
}

describe('before publication', () => {
  it.each(CONTENT)('%s has no problem, and remarks on questions at most', (code) => {
    const { problems, warnings } = checkPublishable(content(code));
    expect(problems).toEqual([]);
    for (const { code: remark } of warnings) expect(remark).toMatch(/DOUBLE_QUESTION|FIGURE_MEANT/);
  });

  it('needs sections, items, weights and both languages', () => {
    expect(refused((body) => (body.sections = []))).toEqual(['sections STANDARD.NO_SECTION']);
    expect(refused((body) => body.sections.push({ id: 'Z', en: 'Rest', zh: ' ', weight: 0, items: [] }))).toEqual([
      'sections[9].zh STANDARD.TEXT_MISSING',
      'sections[9].weight STANDARD.WEIGHT_NOT_POSITIVE',
      'sections[9].items STANDARD.NO_ITEM',
    ]);
  });

  it('needs unique ids', () => {
    const codes = refused((body) => {
      const [first, second] = body.sections;
      if (!first || !second) return;
      second.id = first.id;
      second.items.push({ ...(first.items[0] as (typeof first.items)[0]) });
    });
    expect(codes).toEqual([
      'sections[1].id STANDARD.DUPLICATE_ID',
      expect.stringMatching(/^sections\[1\]\.items\[\d+\]\.id STANDARD\.DUPLICATE_ID$/),
    ]);
  });

  it('needs grades that go down to 0', () => {
    const grades = (value: [string, number][]) => refused((body) => (body.scoring.grades = value));
    expect(grades([])).toEqual(['scoring.grades STANDARD.GRADES_EMPTY']);
    expect(
      grades([
        ['A', 90],
        ['B', 90],
        ['C', 0],
      ]),
    ).toEqual(['scoring.grades[1][1] STANDARD.GRADES_ORDER']);
    expect(
      grades([
        ['A', 90],
        ['B', 60],
      ]),
    ).toEqual(['scoring.grades[1][1] STANDARD.GRADES_END']);
    expect(
      grades([
        ['A', 101],
        ['A', 0],
      ]),
    ).toEqual(['scoring.grades[1][0] STANDARD.DUPLICATE_ID', 'scoring.grades[0][1] STANDARD.GRADES_START']);
  });

  const item = (type: Parameters<typeof itemOfType>[1], change: (found: ReturnType<typeof itemOfType>) => void) =>
    refused((body) => change(itemOfType(body, type)), 'MS-4S').map((line) => line.split(' ')[1]);

  it('needs the part of each type, and sane', () => {
    expect(item('scale', (it) => delete it.scale)).toEqual(['STANDARD.PART_MISSING']);
    expect(item('scale', (it) => (it.scale = { min: 4, max: 4, anchors_en: [], anchors_zh: [] }))).toEqual([
      'STANDARD.SCALE_RANGE',
    ]);
    expect(item('scale', (it) => it.scale?.anchors_zh.pop())).toEqual(['STANDARD.SCALE_ANCHORS']);
    expect(item('numeric_max', (it) => (it.numeric = { full_at: 5, zero_at: 5, unit: '' }))).toEqual([
      'STANDARD.NUMERIC_EQUAL',
    ]);
    expect(item('numeric_max', (it) => (it.numeric = { full_at: 9, zero_at: 5, unit: '' }))).toEqual([
      'STANDARD.NUMERIC_ORDER_MAX',
    ]);
    expect(item('numeric_max', (it) => Object.assign(it, { type: 'numeric_min' }))).toEqual([
      'STANDARD.NUMERIC_ORDER_MIN',
    ]);
    expect(item('yes_no', (it) => Object.assign(it, { type: 'sample', sample: { size: 0 } }))).toEqual([
      'STANDARD.SAMPLE_SIZE',
    ]);
    expect(item('choice', (it) => it.options?.splice(1))).toEqual(['STANDARD.OPTIONS_TOO_FEW']);
    expect(item('choice', (it) => it.options?.forEach((option) => (option.credit = 0.5)))).toEqual([
      'STANDARD.OPTIONS_NO_FULL',
    ]);
    expect(item('choice', (it) => it.options?.push({ code: '2', en: '', zh: '好', credit: 2 }))).toEqual([
      'STANDARD.DUPLICATE_ID',
      'STANDARD.TEXT_MISSING',
      'STANDARD.OPTION_CREDIT',
    ]);
  });

  it('needs red lines that say what is left', () => {
    expect(item('yes_no', (it) => (it.critical = { rule: 'cap_total' }))).toEqual(['STANDARD.CAP_MISSING']);
    expect(item('yes_no', (it) => (it.critical = { rule: 'cap_section', cap: 101 }))).toEqual(['STANDARD.CAP_RANGE']);
    expect(item('yes_no', (it) => (it.critical = { rule: 'fail', trigger_below: 0 }))).toEqual([
      'STANDARD.TRIGGER_RANGE',
    ]);
    expect(item('yes_no', (it) => (it.critical = { rule: 'zero_total' }))).toEqual([]);
  });

  it('needs codes that the dictionaries hold', () => {
    const codes = item('yes_no', (it) => {
      Object.assign(it, { department: 'NASA', servqual: 'constructor', mot: 'M99' });
      it.evidence.kind = ['smell'];
    });
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'STANDARD.UNKNOWN_CODE'));
    expect(item('yes_no', (it) => (it.mot = null))).toEqual([]);
  });

  it('warns of weights, double questions and missing evidence without refusing', () => {
    const body = content('AS-4S');
    const [section] = body.sections;
    const [first] = section?.items ?? [];
    if (!section || !first) throw new Error('no item');
    section.weight += 5;
    Object.assign(first, { en: 'Clean and/or tidy', zh: '整洁和/或有序', evidence: { kind: [], required_on: 'fail' } });
    const { problems, warnings } = checkPublishable(body);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([
      { field: 'sections', code: 'STANDARD.WEIGHTS_NOT_100', params: { sum: 105 } },
      { field: 'sections[0].items[0].en', code: 'STANDARD.DOUBLE_QUESTION' },
      { field: 'sections[0].items[0].zh', code: 'STANDARD.DOUBLE_QUESTION' },
      { field: 'sections[0].items[0].evidence.kind', code: 'STANDARD.NO_EVIDENCE' },
    ]);
  });
});

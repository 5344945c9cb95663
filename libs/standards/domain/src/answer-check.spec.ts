import { describe, expect, it } from 'vitest';
import { FIELD_TEXTS, type Answer, type Answers, type StandardItem } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { compileAnswerCheck } from './answer-check.js';
import { allItems, itemCount } from './items.js';
import { CONTENT, content, itemOfType } from './testing/content.js';

const body = content('AS-4S');
// The example standard has no choice; borrow one, and one sample that allows N/A.
body.sections[0]?.items.push(itemOfType(content('MS-4S'), 'choice'));
body.sections[0]?.items.push({ ...itemOfType(body, 'sample'), id: 'NA-SAMPLE', na_allowed: true });
const check = compileAnswerCheck(body);

function full(item: StandardItem): Answer {
  if (item.type === 'yes_no') return { value: true };
  if (item.type === 'scale') return { value: item.scale?.max };
  if (item.type === 'sample') return { value: { ok: 1, n: 1 } };
  return { value: item.type === 'choice' ? item.options?.[0]?.code : item.numeric?.full_at };
}
const complete: Answers = Object.fromEntries(allItems(body).map((item) => [item.id, full(item)]));
const idOf = (type: StandardItem['type']) => itemOfType(body, type).id;
const yesNo = idOf('yes_no');
const naItem = allItems(body).find((item) => item.na_allowed && item.type === 'yes_no')?.id as string;

/** Codes of the problems that one answer has when everything else is right. */
function codes(id: string, answer: unknown, mode: 'draft' | 'submit' = 'submit'): string[] {
  const problems = check({ ...complete, [id]: answer }, mode);
  for (const { field, code } of problems) {
    expect(field).toBe(`answers.${id}`);
    expect(Object.keys(FIELD_TEXTS)).toContain(code);
  }
  return problems.map(({ code }) => code);
}

describe('answers to a standard', () => {
  it('are right when every item has a value of its type', () => {
    expect(check(complete, 'submit')).toEqual([]);
    expect(codes(yesNo, { value: false, note: 'Line one\nline two 🚗' })).toEqual([]);
  });

  it('must be complete on submission, not in a draft', () => {
    expect(check({}, 'draft')).toEqual([]);
    expect(check({}, 'submit')).toHaveLength(itemCount(body));
    const { [yesNo]: _left, ...rest } = complete;
    expect(check(rest, 'submit')).toEqual([{ field: `answers.${yesNo}`, code: 'ANSWER.MISSING' }]);
    expect(codes(yesNo, { note: 'later' })).toEqual(['ANSWER.MISSING']);
    expect(codes(yesNo, { note: 'later' }, 'draft')).toEqual([]);
  });

  it.each([
    ['yes_no', ['yes', 1, null, {}], 'ANSWER.NOT_YES_NO'],
    ['scale', [-1, 5, 2.5, '3', true, NaN], 'ANSWER.NOT_ON_SCALE'],
    [
      'sample',
      [
        5,
        null,
        [],
        {},
        { ok: 1 },
        { ok: 3, n: 2 },
        { ok: -1, n: 2 },
        { ok: 1, n: 1.5 },
        { ok: 1, n: 10_001 },
        { ok: 1, n: 1, x: 1 },
      ],
      'ANSWER.NOT_A_SAMPLE',
    ],
    ['numeric_max', ['3', Infinity, NaN, null, {}], 'ANSWER.NOT_A_NUMBER'],
    ['numeric_min', [true], 'ANSWER.NOT_A_NUMBER'],
    ['choice', ['nothing', 1, null, 'constructor'], 'ANSWER.NOT_AN_OPTION'],
  ] as const)('%s takes only its own values', (type, values, code) => {
    for (const value of values) expect(codes(idOf(type), { value })).toEqual([code]);
    for (const value of values) expect(codes(idOf(type), { value }, 'draft')).toEqual([code]);
  });

  it('an empty sample is N/A only where that is allowed', () => {
    expect(codes(idOf('sample'), { value: { ok: 0, n: 0 } })).toEqual(['ANSWER.SAMPLE_EMPTY']);
    expect(codes('NA-SAMPLE', { value: { ok: 0, n: 0 } })).toEqual([]);
  });

  it('N/A needs the item’s leave and a reason', () => {
    expect(codes(naItem, { na: true, naReason: 'No lift here' })).toEqual([]);
    expect(codes(naItem, { na: true, naReason: '  ' })).toEqual(['ANSWER.NA_REASON_MISSING']);
    expect(codes(naItem, { na: true })).toEqual(['ANSWER.NA_REASON_MISSING']);
    expect(codes(naItem, { na: true }, 'draft')).toEqual([]);
    expect(codes(naItem, { na: true, naReason: 'x', value: true })).toEqual(['ANSWER.NA_WITH_VALUE']);
    expect(codes(naItem, { na: 'yes' })).toEqual(['ANSWER.MALFORMED']);
    expect(codes(idOf('sample'), { na: true, naReason: 'x' })).toEqual(['ANSWER.NA_NOT_ALLOWED']);
  });

  it('unknown items and keys are refused', () => {
    expect(codes('AS-4S-Z-99', { value: true }, 'draft')).toEqual(['ANSWER.UNKNOWN_ITEM']);
    expect(codes('constructor', { value: true }, 'draft')).toEqual(['ANSWER.UNKNOWN_ITEM']);
    expect(check(JSON.parse('{"__proto__": {"value": true}}'), 'draft')).toEqual([
      { field: 'answers.__proto__', code: 'ANSWER.UNKNOWN_ITEM' },
    ]);
    expect(codes(yesNo, { value: true, score: 100 })).toEqual(['ANSWER.UNKNOWN_KEY']);
    expect(codes(yesNo, JSON.parse('{"value": true, "__proto__": 1}'))).toEqual(['ANSWER.UNKNOWN_KEY']);
  });

  it('notes are text of a sane length', () => {
    expect(codes(yesNo, { value: true, note: 'x'.repeat(2000) })).toEqual([]);
    expect(codes(yesNo, { value: true, note: 'x'.repeat(2001) })).toEqual(['ANSWER.TEXT_TOO_LONG']);
    expect(codes(yesNo, { value: true, note: 'bell \u0007' })).toEqual(['ANSWER.CONTROL_CHARACTERS']);
    expect(codes(yesNo, { value: true, note: 'half \ud83d' })).toEqual(['ANSWER.CONTROL_CHARACTERS']);
    expect(codes(yesNo, { value: true, note: 7 })).toEqual(['ANSWER.MALFORMED']);
    expect(codes(naItem, { na: true, naReason: '\u0000' })).toEqual(['ANSWER.CONTROL_CHARACTERS']);
  });

  it.each([null, undefined, 7, 'x', []])('%p are no answers', (answers) => {
    expect(check(answers, 'draft')).toEqual([{ field: 'answers', code: 'ANSWER.MALFORMED' }]);
  });

  it.each(CONTENT)('%s: never throws, whatever JSON it gets', (code) => {
    const own = content(code);
    const ownCheck = compileAnswerCheck(own);
    const id = fc.constantFrom(...allItems(own).map((item) => item.id), 'x');
    fc.assert(
      fc.property(fc.dictionary(id, fc.oneof(fc.jsonValue(), fc.record({ value: fc.jsonValue() }))), (answers) => {
        const problems = ownCheck(answers, 'submit');
        expect(problems.length).toBeGreaterThan(0);
        for (const problem of problems) expect(problem.field).toMatch(/^answers\./);
      }),
      { numRuns: 50 },
    );
  });

  it('stops reading after some hundred problems', () => {
    const answers = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x${i}`, {}]));
    expect(check(answers, 'submit').length).toBeLessThan(700);
  });
});

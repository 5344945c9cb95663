import { describe, expect, it } from 'vitest';
import { ITEM_TYPES } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { compileAnswerCheck } from './answer-check.js';
import { compareScoring } from './comparability.js';
import { allItems } from './items.js';
import { questionRemarks } from './question-remarks.js';
import { answerWith, sampleAnswers } from './sample-answers.js';
import { CONTENT, content, itemOfType } from './testing/content.js';
import { diffWords } from './word-diff.js';

describe('diffWords', () => {
  it('strikes words, in Chinese characters', () => {
    expect(diffWords('greeted within two minutes', 'greeted within one minute')).toEqual([
      { kind: 'same', text: 'greeted within ' },
      { kind: 'removed', text: 'two minutes' },
      { kind: 'added', text: 'one minute' },
    ]);
    expect(diffWords('all of this goes away', 'nothing is left')).toEqual([
      { kind: 'removed', text: 'all of this goes away' },
      { kind: 'added', text: 'nothing is left' },
    ]);
    expect(diffWords('两分钟内迎接', '一分钟内主动迎接').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '两' },
      { kind: 'added', text: '一' },
      { kind: 'added', text: '主动' },
    ]);
  });

  it('gives back both texts, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('车', '客', ' ', 'a', 'b', '。') }),
    );
    fc.assert(
      fc.property(text, text, (from, to) => {
        const parts = diffWords(from, to);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(from);
        expect(without('removed')).toBe(to);
        expect(parts.every(({ text: said }) => said !== '')).toBe(true);
      }),
    );
  });
});

describe('sampleAnswers', () => {
  it('can always be submitted, for every standard, kind and seed', () => {
    for (const code of CONTENT) {
      const body = content(code);
      const check = compileAnswerCheck(body);
      for (const kind of ['good', 'typical', 'random'] as const)
        for (let seed = 0; seed < 20; seed++) expect(check(sampleAnswers(body, kind, seed), 'submit')).toEqual([]);
    }
  });

  it('answers an item alike in every version, and differently with another seed', () => {
    const body = content('AS-4S');
    const fewer = { sections: body.sections.slice(3) };
    expect(sampleAnswers(body, 'random', 7)).toMatchObject(sampleAnswers(fewer, 'random', 7));
    expect(sampleAnswers(body, 'random', 7)).not.toEqual(sampleAnswers(body, 'random', 8));
  });

  it('comes as near to a credit as the kind of answer allows', () => {
    const body = content('MS-4S');
    const item = itemOfType(body, 'scale');
    expect(answerWith(item, 0)).toEqual({ value: item.scale?.min });
    expect(answerWith(item, 1)).toEqual({ value: item.scale?.max });
    const numeric = itemOfType(body, 'numeric_max');
    expect(answerWith(numeric, 1)).toEqual({ value: numeric.numeric?.full_at });
    expect(answerWith({ ...numeric, type: 'choice', options: [] }, 1)).toEqual({ value: '' });
    for (const type of ITEM_TYPES) expect(answerWith({ ...numeric, type }, 0.5).value).toBeDefined();
  });
});

describe('compareScoring', () => {
  const from = content('AS-4S');
  const first = (change: object) => {
    const to = structuredClone(from);
    Object.assign(to.sections[0]!.items[0]!, change);
    return compareScoring(from, to);
  };
  it('tells words, grades and scores apart', () => {
    expect(compareScoring(from, { ...from, version: '9.0.0' }).kind).toBe('same');
    expect(first({ zh: '别的说法' })).toMatchObject({ kind: 'words', shared: expect.closeTo(1) });
    expect(compareScoring(from, { ...from, scoring: { ...from.scoring, precision: 0 } }).kind).toBe('grades');
    expect(first({ weight: 5 })).toMatchObject({ kind: 'scores', rescored: 1 });
    expect(first({ critical: { rule: 'fail' } }).shared).toBeLessThan(1);
    expect(compareScoring(from, { ...from, sections: from.sections.slice(1) })).toMatchObject({
      kind: 'scores',
      removed: 7,
    });
  });
});

describe('questionRemarks', () => {
  const item = { ...allItems(content('MS-4S')).find(({ type }) => type === 'yes_no')!, en: 'Fine', zh: '好' };
  const codes = (change: object) => questionRemarks('at', { ...item, ...change }).map(({ code }) => code);
  it('warns of two questions in one and of figures asked as yes or no', () => {
    for (const en of ['Is it clean and/or tidy?', 'Was it shown? Was it signed?', 'Is the car covered as well as dry?'])
      expect(codes({ en })).toEqual(['STANDARD.DOUBLE_QUESTION']);
    for (const zh of ['是否清洁，是否整齐', '车间干净并且无油污', '是否覆盖？是否干燥？'])
      expect(codes({ zh })).toEqual(['STANDARD.DOUBLE_QUESTION']);
    expect(codes({ en: 'Greeted within 60 seconds' })).toEqual(['STANDARD.FIGURE_MEANT']);
    expect(codes({ zh: '60秒内有人迎接' })).toEqual(['STANDARD.FIGURE_MEANT']);
    expect(codes({ zh: '60秒内有人迎接', type: 'numeric_max' })).toEqual([]);
    expect(codes({ en: 'Plate, mileage and concern are recorded', zh: '迎接客户的同时间段' })).toEqual([]);
  });
});

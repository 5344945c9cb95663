import { describe, expect, it } from 'vitest';
import type { Effect, Measurement } from '@wheelhouse/contracts';
import { changeText, effectSentence, figureText } from './effect-sentence.js';

const measured = (value: number, half: number | null, n = 200): Measurement => ({
  value,
  low: half === null ? null : value - half,
  high: half === null ? null : value + half,
  n,
  from: '2026-06-01',
  to: '2026-07-26',
});

const EFFECT: Effect = {
  before: measured(61.2, 6, 190),
  after: measured(88.1, 4, 222),
  change: 26.9,
  changeLow: 21.2,
  changeHigh: 32.8,
  control: { before: measured(64, 3), after: measured(65, 3), change: 1 },
  reached: null,
  attainment: null,
  trend: [],
};
const sentence = (
  change: Partial<Effect>,
  locale: 'en' | 'zh-CN' = 'en',
  kind: 'item_pass_rate' | 'source_score' = 'item_pass_rate',
) =>
  effectSentence({
    name: locale === 'en' ? 'Signed estimates' : '估价单签字率',
    metric: { kind },
    effect: { ...EFFECT, ...change },
    target: 85,
    locale,
  });

describe('the sentence that a manager may quote', () => {
  it('says what moved, how sure that is, and what the control group did', () => {
    expect(sentence({})).toBe(
      'Signed estimates rose from 61% to 88% (n = 412, 95% interval of the change +21 to +33); the control group did not move.',
    );
    expect(sentence({}, 'zh-CN')).toBe(
      '估价单签字率由 61% 升至 88%（n = 412，变化的 95% 区间 +21 至 +33）；对照组没有变化。',
    );
  });

  it('does not call noise a change', () => {
    expect(sentence({ changeLow: -2.2, changeHigh: 6 })).toContain('which is within the noise; the control group');
  });

  it('does not keep quiet about a control group that moved', () => {
    expect(sentence({ control: { before: measured(60, 2), after: measured(70, 2), change: 10 } })).toContain(
      '; the control group rose as well, from 60% to 70%.',
    );
    expect(sentence({ control: { before: measured(70, 2), after: measured(60, 2), change: -10 } })).toContain(
      '; the control group fell, from 70% to 60%.',
    );
    expect(sentence({ control: null })).toContain('; there is no control group.');
  });

  it('tells whether the target is reached', () => {
    expect(sentence({ reached: true })).toMatch(/ The target of 85% is reached\.$/);
    expect(sentence({ reached: false }, 'zh-CN')).toMatch(/未达到目标 85%。$/);
  });

  it('writes scores as points with one decimal', () => {
    expect(sentence({}, 'en', 'source_score')).toContain(
      'rose from 61.2 to 88.1 (n = 412, 95% interval of the change +21.2 to +32.8)',
    );
  });

  it('says so when there is too little for an interval, and nothing without an after', () => {
    expect(sentence({ changeLow: null, changeHigh: null })).toContain('(n = 412, too few for an interval)');
    expect(sentence({ after: null })).toBeNull();
  });
});

describe('figures', () => {
  it('have a real minus and no sign on zero', () => {
    expect([2.4, -3.6, 0.2].map((value) => changeText(value, 'percent'))).toEqual(['+2', '−4', '±0']);
    expect(changeText(-0.04, 'points')).toBe('±0.0');
    expect(figureText(null, 'percent')).toBe('—');
  });
});

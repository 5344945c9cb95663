import { describe, expect, it } from 'vitest';
import {
  gapKind,
  movedBeyondNoise,
  ordinal,
  rangeText,
  rankText,
  roundScale,
  scaleFrom,
  weakestSource,
} from './rank-format.js';

describe('ranks in words', () => {
  it('marks a shared rank', () => {
    expect(rankText({ rank: 2, tied: true })).toBe('2=');
    expect(rankText({ rank: 3, tied: false })).toBe('3');
    expect(rankText({ rank: null, tied: false })).toBe('—');
  });

  it('writes a range as its ends', () => {
    expect(rangeText({ rankBest: 1, rankWorst: 4 })).toBe('1–4');
    expect(rangeText({ rankBest: 3, rankWorst: 3 })).toBe('3');
    expect(rangeText({ rankBest: null, rankWorst: 4 })).toBe('—');
  });

  it('counts places as people do', () => {
    expect([1, 2, 3, 4, 11, 12, 21, 102, 113].map((n) => ordinal(n, 'en'))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '21st',
      '102nd',
      '113th',
    ]);
    expect(ordinal(3, 'zh-CN')).toBe('第 3');
  });
});

describe('noise', () => {
  const point = (score: number | null, half: number) => ({
    score,
    low: score === null ? null : score - half,
    high: score === null ? null : score + half,
  });

  it('is what both weeks’ uncertainty explains', () => {
    expect(movedBeyondNoise([point(80, 3), point(84, 4)])).toBe(false);
    expect(movedBeyondNoise([point(80, 3), point(85.1, 4)])).toBe(true);
    expect(movedBeyondNoise([point(85.1, 4), point(80, 3)])).toBe(true);
  });

  it('cannot be left without two weeks', () => {
    expect(movedBeyondNoise([point(80, 1)])).toBe(false);
    expect(movedBeyondNoise([point(null, 1), point(80, 1)])).toBe(false);
    expect(movedBeyondNoise([])).toBe(false);
  });
});

describe('scales', () => {
  it('begin at a full ten below the lowest bound', () => {
    expect(scaleFrom(63.4)).toBe(60);
    expect(scaleFrom(98)).toBe(90);
    expect(scaleFrom(null)).toBe(0);
  });

  it('have few round marks that hold the values', () => {
    expect(roundScale(81.2, 84.9)).toEqual({ min: 80, max: 86, marks: [80, 82, 84, 86] });
    expect(roundScale(84, 84)).toEqual({ min: 84, max: 84.5, marks: [84, 84.5] });
    expect(roundScale(99.8, 100)).toEqual({ min: 99.5, max: 100, marks: [99.5, 100] });
  });
});

describe('sources', () => {
  it('says how self-checks compare', () => {
    expect([null, 0.4, -3, 4, 6, 9].map(gapKind)).toEqual(['unknown', 'even', 'low', 'high', 'inflated', 'inflated']);
  });

  it('finds the weakest of at least two', () => {
    const self = { source: 'self_check' as const, score: 95, n: 4, share: 0.3 };
    const audit = { source: 'audit' as const, score: 71, n: 2, share: 0.7 };
    const shop = { source: 'mystery_shop' as const, score: 40, n: 0, share: 0 };
    expect(weakestSource([self, audit, shop])?.source).toBe('audit');
    expect(weakestSource([self, shop])).toBeNull();
  });
});

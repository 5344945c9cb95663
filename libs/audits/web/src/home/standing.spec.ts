import { describe, expect, it } from '@jest/globals';
import type { RankingRow } from '@wheelhouse/contracts';
import { openPlaces, placeText, rowsOf } from './standing.js';

describe('where my outlet stands', () => {
  it('says a place as each language does', () => {
    expect([1, 2, 3, 11, 18, 22].map((place) => placeText(place, 'en'))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '11th',
      '18th',
      '22nd',
    ]);
    expect(placeText(18, 'zh-CN')).toBe('18');
  });

  it('names the open places only when there are several', () => {
    expect(openPlaces({ rankBest: 11, rankWorst: 27 })).toBe('11–27');
    expect(openPlaces({ rankBest: 1, rankWorst: 1 })).toBeNull();
    expect(openPlaces({ rankBest: null, rankWorst: null })).toBeNull();
  });

  it('keeps my outlets alone, in their order', () => {
    const rows = ['a', 'b', 'c'].map((outletId) => ({ outletId }) as RankingRow);
    expect(rowsOf(rows, [{ id: 'c' }, { id: 'x' }, { id: 'a' }]).map(({ outletId }) => outletId)).toEqual(['c', 'a']);
  });
});

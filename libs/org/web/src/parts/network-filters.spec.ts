import { describe, expect, it } from '@jest/globals';
import { filtersOn, nextSort, NO_FILTERS, outletQuery, sortOf } from './network-filters.js';

describe('the filters of the network', () => {
  it('ask for nothing when nothing is chosen', () => {
    expect(Object.values(outletQuery(NO_FILTERS)).filter((value) => value !== undefined)).toEqual([]);
    expect(filtersOn(NO_FILTERS)).toBe(0);
  });

  it('become the query of the list', () => {
    const filters = { unit: 'u', q: ' a ', peers: 'p', kind: '4s', tier: '2', status: 'all', sort: '-name' };
    expect(outletQuery(filters)).toEqual({
      q: 'a',
      orgUnitId: 'u',
      peerGroupId: 'p',
      kind: '4s',
      cityTier: '2',
      status: 'all',
      sort: 'name',
      direction: 'desc',
    });
    expect(filtersOn(filters)).toBe(5);
  });

  it('take a second press on a column as the other way round, and nonsense as the default', () => {
    expect(nextSort({ sort: 'code' }, 'name')).toBe('name');
    expect(nextSort({ sort: 'name' }, 'name')).toBe('-name');
    expect(nextSort({ sort: '-name' }, 'name')).toBe('name');
    expect(sortOf({ sort: '-nonsense' })).toEqual({ sort: 'code', direction: 'asc' });
    expect(outletQuery({ ...NO_FILTERS, status: 'nonsense' }).status).toBeUndefined();
  });
});

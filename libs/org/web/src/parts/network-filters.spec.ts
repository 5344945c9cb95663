import { describe, expect, it } from 'vitest';
import { filtersOn, nextSort, NO_FILTERS, outletQuery, sortOf } from './network-filters.js';

const UNIT = '019d9e87-e780-717d-af52-cf06bde1da72';
const PEERS = '019d9e87-e780-717d-af52-cf06bde1da73';

describe('the filters of the network', () => {
  it('ask for nothing when nothing is chosen', () => {
    expect(Object.values(outletQuery(NO_FILTERS)).filter((value) => value !== undefined)).toEqual([]);
    expect(filtersOn(NO_FILTERS)).toBe(0);
  });

  it('become the query of the list', () => {
    const filters = { unit: UNIT, q: ' a ', peers: PEERS, kind: '4s', tier: '2', status: 'all', sort: '-name' };
    expect(outletQuery(filters)).toEqual({
      q: 'a',
      orgUnitId: UNIT,
      peerGroupId: PEERS,
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
    const nonsense = { ...NO_FILTERS, status: 'nonsense', unit: 'x', peers: 'y', tier: '9' };
    expect(Object.values(outletQuery(nonsense)).filter((value) => value !== undefined)).toEqual([]);
  });
});

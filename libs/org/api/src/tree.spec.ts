import { describe, expect, it } from 'vitest';
import { OrgTree } from './tree.js';

const node = (id: string, parentId: string | null) => ({ id, parentId, code: id.toUpperCase() });
const TREE = new OrgTree([
  node('pudong', 'shanghai'),
  node('west', 'hq'),
  node('shanghai', 'east'),
  node('east', 'hq'),
  node('hq', null),
]);

describe('the org tree', () => {
  it('gives the path from the root down', () => {
    expect(TREE.path('pudong')).toEqual(['hq', 'east', 'shanghai', 'pudong']);
    expect(TREE.path('hq')).toEqual(['hq']);
    expect(TREE.path('nowhere')).toEqual([]);
    expect(TREE.depth('shanghai')).toBe(2);
  });

  it('gives a unit and all below it', () => {
    expect(TREE.below('east')).toEqual(['east', 'shanghai', 'pudong']);
    expect(TREE.below('west')).toEqual(['west']);
    expect(TREE.below('nowhere')).toEqual([]);
  });

  it('lists parents before their children, siblings by code', () => {
    expect(TREE.ordered().map((unit) => unit.id)).toEqual(['hq', 'east', 'shanghai', 'pudong', 'west']);
  });

  it('adds a figure up over everything below', () => {
    const totals = TREE.totals(
      new Map([
        ['pudong', 3],
        ['east', 1],
        ['west', 2],
      ]),
    );
    expect(Object.fromEntries(totals)).toEqual({ hq: 6, east: 4, shanghai: 3, pudong: 3, west: 2 });
  });

  it('ends even on a tree that bites its tail', () => {
    const broken = new OrgTree([node('a', 'b'), node('b', 'a')]);
    expect(broken.path('a')).toHaveLength(2);
    expect(broken.ordered()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { OrgUnitResponse } from '@wheelhouse/contracts';
import { keyInTree, pathTo, treeRows } from './tree-rows.js';

const unit = (id: string, parentId: string | null): OrgUnitResponse => ({
  ...{ id, parentId, kind: 'area', code: id, depth: 0, outlets: 0 },
  ...{ name: { en: id, zh: id }, can: { manage: false } },
});
const units = [unit('hq', null), unit('e', 'hq'), unit('e1', 'e'), unit('w', 'hq'), unit('lost', 'unseen')];
const rows = (...open: string[]) => treeRows(units, ({ id }) => open.includes(id));

describe('the tree as a list', () => {
  it('holds what is open, each with level and place among its siblings', () => {
    expect(rows().map(({ unit: { id } }) => id)).toEqual(['hq', 'lost']);
    expect(
      rows('hq', 'e').map(({ unit: { id }, level, position, siblings, open }) => [id, level, position, siblings, open]),
    ).toEqual([
      ['hq', 1, 1, 2, true],
      ['e', 2, 1, 2, true],
      ['e1', 3, 1, 1, null],
      ['w', 2, 2, 2, null],
      ['lost', 1, 2, 2, null],
    ]);
    expect(treeRows([], () => true)).toEqual([]);
  });

  it('moves by keys as trees do', () => {
    const all = rows('hq', 'e');
    expect(keyInTree(all, 0, 'ArrowDown')).toEqual({ to: 1 });
    expect(keyInTree(all, 4, 'ArrowDown')).toEqual({ to: 4 });
    expect(keyInTree(all, 0, 'ArrowRight')).toEqual({ to: 1 });
    expect(keyInTree(rows(), 0, 'ArrowRight')).toEqual({ toggle: true });
    expect(keyInTree(all, 1, 'ArrowLeft')).toEqual({ toggle: true });
    expect(keyInTree(all, 2, 'ArrowLeft')).toEqual({ to: 1 });
    expect(keyInTree(all, 2, 'ArrowRight')).toBeNull();
    expect(keyInTree(all, 2, 'End')).toEqual({ to: 4 });
    expect(keyInTree(all, 2, 'x')).toBeNull();
  });

  it('knows the way to a unit', () => {
    expect(pathTo(units, 'e1').map(({ id }) => id)).toEqual(['hq', 'e', 'e1']);
    expect(pathTo(units, 'lost').map(({ id }) => id)).toEqual(['lost']);
    expect(pathTo(units, undefined)).toEqual([]);
  });
});

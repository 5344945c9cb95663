import { describe, expect, it } from 'vitest';
import type { StandardBody } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { moveItem, moveSectionTo } from './body-edits.js';
import { dropIndex, placeOfKey, rowKeys, sectionOfKey } from './row-keys.js';

const bodyOf = (sections: string[][]) =>
  ({
    sections: sections.map((ids, s) => ({ id: `S${s}`, items: ids.map((id) => ({ id })) })),
  }) as unknown as StandardBody;
const ids = (body: StandardBody) => body.sections.map(({ items }) => items.map(({ id }) => id));

describe('keys of rows', () => {
  it('are all different, also when an id is there twice, and lead back to the row', () => {
    const body = bodyOf([['a', 'b', 'a'], ['a']]);
    const { sections } = rowKeys(body);
    expect(sections.map(({ items }) => items)).toEqual([['a', 'b', 'a#2'], ['a#3']]);
    expect(placeOfKey(body, 'a#3')).toEqual({ section: 1, item: 0 });
    expect(placeOfKey(body, 'z')).toBeNull();
    expect(sectionOfKey(body, sections[1]?.key ?? '')).toBe(1);
  });
});

describe('dropping', () => {
  it('puts the row beside its target, on the side that was shown, and loses or doubles none', () => {
    const sheet = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sheet, fc.nat(), fc.nat(), fc.boolean(), (sizes, a, b, bottom) => {
        const body = bodyOf(sizes.map((size, s) => Array.from({ length: size }, (_, i) => `${s}.${i}`)));
        const all = ids(body).flat();
        const [dragged, target] = [all[a % all.length] ?? '', all[b % all.length] ?? ''];
        fc.pre(dragged !== target);
        const [from, to] = [placeOfKey(body, dragged), placeOfKey(body, target)];
        if (!from || !to) throw new Error('no place');
        const at = dropIndex(from.section === to.section ? from.item : null, to.item, bottom ? 'bottom' : 'top');
        const after = moveItem(body, from, { section: to.section, item: at });
        const row = ids(after)[to.section] ?? [];
        expect(row[row.indexOf(target) + (bottom ? 1 : -1)]).toBe(dragged);
        expect(ids(after).flat().sort()).toEqual(all.sort());
      }),
    );
  });

  it('moves whole sections alike', () => {
    const body = bodyOf([['a'], ['b'], ['c']]);
    expect(ids(moveSectionTo(body, 0, dropIndex(0, 2, 'top')))).toEqual([['b'], ['a'], ['c']]);
    expect(ids(moveSectionTo(body, 2, dropIndex(2, 0, 'top')))).toEqual([['c'], ['a'], ['b']]);
  });
});

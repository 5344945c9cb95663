import { describe, expect, it } from 'vitest';
import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { allItems } from './items.js';
import { mergeDrafts } from './merge-drafts.js';
import { content } from './testing/content.js';

const base = content('AS-4S');
const ids = (body: StandardBody) => allItems(body).map(({ id }) => id);
const find = (body: StandardBody, id: string) => allItems(body).find((item) => item.id === id);
const edit = (body: StandardBody, id: string, change: (item: StandardItem) => StandardItem | null): StandardBody => ({
  ...body,
  sections: body.sections.map((section) => ({
    ...section,
    items: section.items.flatMap((item) => (item.id === id ? (change(item) ?? []) : item)),
  })),
});
const reword = (body: StandardBody, id: string, zh: string) => edit(body, id, (item) => ({ ...item, zh }));
const put = (body: StandardBody, item: StandardItem, section: number, at: number): StandardBody => ({
  ...body,
  sections: body.sections.map((old, s) => (s === section ? { ...old, items: old.items.toSpliced(at, 0, item) } : old)),
});
const move = (body: StandardBody, id: string, section: number, at: number): StandardBody => {
  const item = find(body, id);
  return item
    ? put(
        edit(body, id, () => null),
        item,
        section,
        at,
      )
    : body;
};

describe('mergeDrafts', () => {
  it('keeps both when they touched different things', () => {
    const mine = move(reword(base, 'AS-4S-A-01', '我的'), 'AS-4S-A-02', 2, 0);
    const theirs = {
      ...reword(base, 'AS-4S-B-01', '对方的'),
      scoring: { ...base.scoring, precision: 1 },
      dictionaries: {
        ...base.dictionaries,
        departments: { ...base.dictionaries.departments, NEW: { en: 'n', zh: '新' } },
      },
    };
    const { body, conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(find(body, 'AS-4S-A-01')?.zh).toBe('我的');
    expect(find(body, 'AS-4S-B-01')?.zh).toBe('对方的');
    expect(body.sections[2]?.items[0]?.id).toBe('AS-4S-A-02');
    expect(body.scoring.precision).toBe(1);
    expect(body.dictionaries.departments['NEW']).toBeDefined();
  });

  it('asks about an item that both changed, and does as told', () => {
    const [mine, theirs] = [reword(base, 'AS-4S-A-01', '我的'), reword(base, 'AS-4S-A-01', '对方的')];
    const { body, conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts).toMatchObject([
      { key: 'item:AS-4S-A-01', kind: 'item', mine: { zh: '我的' }, theirs: { zh: '对方的' } },
    ]);
    expect(find(body, 'AS-4S-A-01')?.zh).toBe('我的');
    expect(mergeDrafts(base, mine, theirs, { 'item:AS-4S-A-01': 'theirs' }).body).toEqual(theirs);
  });

  it('loses nothing when one side removes what the other changed', () => {
    const mine = { ...base, sections: base.sections.filter(({ id }) => id !== 'C') };
    const theirs = reword(base, 'AS-4S-C-02', '对方的');
    const { conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts.map(({ key }) => key)).toEqual(['item:AS-4S-C-02']);
    const { body } = mergeDrafts(base, mine, theirs, { 'item:AS-4S-C-02': 'theirs' });
    expect(body.sections.find(({ id }) => id === 'C')?.items.map(({ id }) => id)).toEqual(['AS-4S-C-02']);
  });

  it('asks when both reordered the same section', () => {
    const [mine, theirs] = [move(base, 'AS-4S-A-01', 0, 3), move(base, 'AS-4S-A-01', 0, 5)];
    expect(mergeDrafts(base, mine, theirs).conflicts.map(({ key }) => key)).toEqual(['order:A']);
    expect(ids(mergeDrafts(base, mine, theirs, { 'order:A': 'theirs' }).body)).toEqual(ids(theirs));
  });

  it('keeps two items that got the same number', () => {
    const added = (zh: string) => put(base, { ...allItems(base)[0]!, id: 'AS-4S-A-99', zh }, 0, 0);
    const { conflicts } = mergeDrafts(base, added('我的'), added('对方的'));
    expect(conflicts.map(({ key }) => key)).toEqual(['item:AS-4S-A-99']);
    const twice = put(base, { ...allItems(base)[0]!, zh: '再来' }, 0, 1);
    expect(mergeDrafts(base, twice, reword(base, 'AS-4S-B-01', 'x')).body.sections[0]?.items[1]?.zh).toBe('再来');
  });
});

/** Any few edits of a standard: reword, reweigh, remove, add, move. */
const edits = (tag: string) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('reword', 'weight', 'remove', 'add', 'move', 'field'),
        item: fc.nat(),
        section: fc.nat(),
        at: fc.nat(7),
      }),
      { maxLength: 6 },
    )
    .map((list) =>
      list.reduce((body, { kind, item, section, at }, n) => {
        const id = ids(body)[item % Math.max(1, ids(body).length)] ?? '';
        const s = section % body.sections.length;
        if (kind === 'reword') return reword(body, id, `${tag}${n}`);
        if (kind === 'weight') return edit(body, id, (old) => ({ ...old, weight: old.weight + at + 1 }));
        if (kind === 'remove') return edit(body, id, () => null);
        if (kind === 'add') return put(body, { ...allItems(base)[0]!, id: `${tag}-${n}` }, s, at);
        if (kind === 'move') return move(body, id, s, at);
        return { ...body, scoring: { ...body.scoring, precision: at % 5 } };
      }, base),
    );

describe('mergeDrafts, whatever is edited', () => {
  it('is the one side when the other changed nothing', () => {
    fc.assert(
      fc.property(edits('m'), (mine) => {
        expect(mergeDrafts(base, mine, base)).toEqual({ body: mine, conflicts: [] });
        expect(mergeDrafts(base, base, mine)).toEqual({ body: mine, conflicts: [] });
        expect(mergeDrafts(base, mine, mine)).toEqual({ body: mine, conflicts: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every change that is no conflict, each item once, from either side alike', () => {
    fc.assert(
      fc.property(edits('m'), edits('t'), (mine, theirs) => {
        const { body, conflicts } = mergeDrafts(base, mine, theirs);
        const asked = new Set(conflicts.filter(({ kind }) => kind === 'item').map(({ id }) => id));
        expect(new Set(ids(body)).size).toBe(ids(body).length);
        for (const id of new Set([...ids(base), ...ids(mine), ...ids(theirs)])) {
          const [b, m, t] = [base, mine, theirs].map((side) => JSON.stringify(find(side, id)));
          const merged = JSON.stringify(find(body, id));
          if (asked.has(id)) expect(merged).toBe(m);
          else expect(merged).toBe(m === b ? t : m);
        }
        const mirrored = mergeDrafts(base, theirs, mine);
        expect(mirrored.conflicts.map(({ key }) => key).sort()).toEqual(conflicts.map(({ key }) => key).sort());
      }),
      { numRuns: 80 },
    );
  });

  it('is theirs wherever theirs was chosen', () => {
    fc.assert(
      fc.property(edits('m'), edits('t'), (mine, theirs) => {
        const { conflicts } = mergeDrafts(base, mine, theirs);
        const choices = Object.fromEntries(conflicts.map(({ key }) => [key, 'theirs' as const]));
        const { body } = mergeDrafts(base, mine, theirs, choices);
        for (const { kind, id } of conflicts) if (kind === 'item') expect(find(body, id)).toEqual(find(theirs, id));
      }),
      { numRuns: 60 },
    );
  });
});

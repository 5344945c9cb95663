import { describe, expect, it } from 'vitest';
import { groupChanges } from './grouped-changes.js';
import { content } from './testing/content.js';

describe('groupChanges', () => {
  it('finds nothing between equal bodies, whatever their version', () => {
    const body = content('MS-4S');
    expect(groupChanges(body, { ...body, version: '7.0.0' })).toEqual({
      ...{ document: [], sections: [], reordered: false, visit: [], count: 0 },
    });
  });

  it('puts what happened to each item below its section, as it is now', () => {
    const from = content('AS-4S');
    const to = structuredClone(from);
    const [a, b, c] = to.sections;
    if (!a || !b || !c) throw new Error('too few sections');
    Object.assign(a.items[0]!, { zh: '改写', weight: 5, critical: { rule: 'fail' } });
    b.items.push(...a.items.splice(1, 1));
    const [gone] = c.items.splice(2, 1);
    c.weight = 20;
    c.items.reverse();
    to.scoring.precision = 1;
    to.sections.push({ id: 'Z', en: 'New', zh: '新', weight: 1, items: [{ ...a.items[0]!, id: 'Z-01' }] });
    const { document, sections, reordered, count } = groupChanges(from, to);
    expect(document).toEqual([{ field: 'scoring.precision', from: 2, to: 1 }]);
    expect(
      sections.map(({ id, kind, items }) => [id, kind, items.map((item) => [item.id, item.kind, item.fields])]),
    ).toEqual([
      ['A', 'same', [['AS-4S-A-01', 'changed', ['zh', 'weight', 'critical']]]],
      ['B', 'same', [['AS-4S-A-02', 'changed', []]]],
      ['C', 'changed', [[gone?.id, 'removed', []]]],
      ['Z', 'added', [['Z-01', 'added', []]]],
    ]);
    expect(sections[1]?.items[0]?.movedFrom).toBe('A');
    expect(sections[2]).toMatchObject({ fields: ['weight'], reordered: true });
    expect(reordered).toBe(false);
    expect(count).toBe(8);
  });

  it('tells facts of a visit, single entries of a dictionary, sections that went', () => {
    const from = content('MS-4S');
    const to = structuredClone(from);
    to.visit_record_unscored!.pop();
    delete to.dictionaries.departments[Object.keys(to.dictionaries.departments)[0]!];
    to.sections.shift();
    to.sections.reverse();
    const result = groupChanges(from, to);
    expect(result.visit).toHaveLength(1);
    expect(result.document).toEqual([
      expect.objectContaining({ field: expect.stringMatching(/^dictionaries\.departments\./) }),
    ]);
    expect(result.sections.at(-1)).toMatchObject({ kind: 'removed', id: 'A' });
    expect(result.reordered).toBe(true);
  });
});

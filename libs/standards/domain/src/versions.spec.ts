import { describe, expect, it } from 'vitest';
import type { StandardBody } from '@wheelhouse/contracts';
import fc from 'fast-check';
import { describeChanges } from './changes.js';
import { allItems, findItem, itemCount } from './items.js';
import { canTransition, STANDARD_VERBS } from './life-cycle.js';
import { content } from './testing/content.js';
import { compareVersions, isSemver, nextMinorVersion } from './versions.js';

describe('items', () => {
  it('are found and counted', () => {
    const body = content('AS-4S');
    expect(itemCount(body)).toBe(62);
    expect(allItems(body)).toHaveLength(62);
    expect(findItem(body, 'AS-4S-F-05')?.critical).not.toBeNull();
    expect(findItem(body, 'constructor')).toBeUndefined();
  });
});

describe('version numbers', () => {
  it('grow by a minor above the highest', () => {
    expect(nextMinorVersion([])).toBe('1.0.0');
    expect(nextMinorVersion(['1.9.3', '1.10.0', '1.2.0'])).toBe('1.11.0');
    expect(nextMinorVersion(['1.999999.0'])).toBe('2.0.0');
  });

  it('are compared by number and not by letter', () => {
    const part = fc.nat(999_999);
    fc.assert(
      fc.property(fc.tuple(part, part, part), fc.tuple(part, part, part), (a, b) => {
        const order = compareVersions(a.join('.'), b.join('.'));
        expect(Math.sign(order)).toBe(Math.sign(a[0] - b[0] || a[1] - b[1] || a[2] - b[2]));
        const next = nextMinorVersion([a.join('.'), b.join('.')]);
        expect(isSemver(next) || a[0] === 999_999 || b[0] === 999_999).toBe(true);
        expect(() => compareVersions(next, a.join('.')) > 0).not.toThrow();
      }),
    );
  });

  it.each(['1', '1.0', 'v1.0.0', '1.0.0-beta', '01.0.0', '1.0.0 ', '1.0.1234567', ''])(
    '%p is no version',
    (version) => {
      expect(isSemver(version)).toBe(false);
      expect(() => compareVersions(version, '1.0.0')).toThrow(RangeError);
    },
  );
});

describe('the life of a version', () => {
  it('goes from draft to published to retired and never back', () => {
    const allowed = (status: Parameters<typeof canTransition>[0]) =>
      STANDARD_VERBS.filter((verb) => canTransition(status, verb));
    expect(allowed('draft')).toEqual(['edit', 'publish', 'discard']);
    expect(allowed('published')).toEqual(['copy', 'retire']);
    expect(allowed('retired')).toEqual(['copy']);
  });
});

describe('what changed between two versions', () => {
  const changed = (change: (body: StandardBody) => void) => {
    const to = content('AS-4S');
    change(to);
    return describeChanges(content('AS-4S'), to);
  };

  it('is nothing for the same body under another number', () => {
    expect(changed((body) => (body.version = '2.0.0'))).toEqual([]);
  });

  it('names fields, down to the part that differs', () => {
    const changes = changed((body) => {
      body.name.en = 'After-sales';
      const item = findItem(body, 'AS-4S-A-07');
      if (!item?.numeric) throw new Error('no item');
      item.numeric.full_at = 65;
      item.guidance = { en: 'Count visits', zh: '按进店数统计' };
    });
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'changed', path: 'name.en', field: 'name.en', to: 'After-sales' }),
      expect.objectContaining({ kind: 'changed', itemId: 'AS-4S-A-07', field: 'numeric.full_at', from: 60, to: 65 }),
      expect.objectContaining({ kind: 'added', itemId: 'AS-4S-A-07', field: 'guidance' }),
    ]);
    expect(changes[1]?.path).toBe('sections[0].items[6].numeric.full_at');
  });

  it('names added, removed and moved items, and a new order', () => {
    const changes = changed((body) => {
      const [a, b] = body.sections;
      const moved = a?.items.shift();
      const gone = a?.items.shift();
      if (!a || !b || !moved || !gone) throw new Error('no item');
      b.items.push(moved, { ...gone, id: 'AS-4S-B-99' });
      a.items.reverse();
    });
    expect(changes.map(({ kind, itemId, field, path }) => [kind, itemId ?? path, field])).toEqual([
      ['removed', 'AS-4S-A-02', undefined],
      ['added', 'AS-4S-B-99', undefined],
      ['changed', 'AS-4S-A-01', 'section'],
      ['changed', 'sections[0].items', 'order'],
    ]);
    expect(changes[2]).toMatchObject({ from: 'A', to: 'B' });
  });

  it('names sections', () => {
    const changes = changed((body) => {
      body.sections.reverse();
      const section = body.sections.find(({ id }) => id === 'C');
      if (section) section.weight = 15;
      body.sections = body.sections.filter(({ id }) => id !== 'I');
    });
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'changed', sectionId: 'C', field: 'weight', from: 14, to: 15 }),
    );
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'removed', sectionId: 'I', path: 'sections[8]' }));
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'changed', path: 'sections', field: 'order' }));
  });
});

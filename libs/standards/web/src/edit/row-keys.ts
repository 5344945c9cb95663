import type { StandardBody } from '@wheelhouse/contracts';
import type { Place } from './body-edits.js';

/** Names of all rows of a draft that stay with them when they move. */
export interface RowKeys {
  sections: { key: string; items: string[] }[];
}

/** An id as the key; one that is there again (while somebody types) gets a number. */
export function rowKeys(body: Pick<StandardBody, 'sections'>): RowKeys {
  const seen = new Map<string, number>();
  const key = (id: string) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  };
  return {
    sections: body.sections.map(({ id, items }) => ({ key: key(`§${id}`), items: items.map((item) => key(item.id)) })),
  };
}

/** Where the item with a key stands now; null when it is gone. */
export function placeOfKey(body: Pick<StandardBody, 'sections'>, key: string): Place | null {
  const { sections } = rowKeys(body);
  for (const [section, { items }] of sections.entries()) {
    const item = items.indexOf(key);
    if (item >= 0) return { section, item };
  }
  return null;
}

/** The index of the section with a key, or −1. */
export function sectionOfKey(body: Pick<StandardBody, 'sections'>, key: string): number {
  return rowKeys(body).sections.findIndex((section) => section.key === key);
}

/** Where something dropped before or after `target` comes to stand once it was taken out of `from`. */
export function dropIndex(from: number | null, target: number, edge: 'top' | 'bottom'): number {
  const to = edge === 'bottom' ? target + 1 : target;
  return from !== null && from < to ? to - 1 : to;
}

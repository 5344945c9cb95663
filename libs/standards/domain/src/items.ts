import type { StandardBody, StandardItem } from '@wheelhouse/contracts';

/** Every item of a standard, in its order. */
export function allItems(body: Pick<StandardBody, 'sections'>): StandardItem[] {
  return body.sections.flatMap((section) => section.items);
}

/** The item with an id, or undefined. */
export function findItem(body: Pick<StandardBody, 'sections'>, id: string): StandardItem | undefined {
  for (const section of body.sections) {
    const item = section.items.find((candidate) => candidate.id === id);
    if (item) return item;
  }
  return undefined;
}

/** How many items a standard has. */
export function itemCount(body: Pick<StandardBody, 'sections'>): number {
  return body.sections.reduce((count, section) => count + section.items.length, 0);
}

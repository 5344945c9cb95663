import type { FindingSummaryItem } from '@wheelhouse/contracts';

/** How many of the most frequent items together make at least `share` of all findings, and what they make. */
export function vitalFew(
  items: readonly Pick<FindingSummaryItem, 'share'>[],
  share = 0.8,
): { count: number; share: number } {
  let made = 0;
  for (const [at, item] of items.entries()) {
    made += item.share;
    if (made >= share - 1e-9) return { count: at + 1, share: Math.min(1, made) };
  }
  return { count: items.length, share: Math.min(1, made) };
}

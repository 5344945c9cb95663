/** How many letters must be put in, left out, changed or swapped to make one text of another; `limit + 1` when more. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (twoAbove[j - 2] as number) + 1 : Infinity;
      row[j] = Math.min(change, swap, (above[j] as number) + 1, (row[j - 1] as number) + 1);
    }
    [twoAbove, above] = [above, row];
  }
  return Math.min(above[b.length] as number, limit + 1);
}

/** The candidate that somebody who wrote `text` probably meant; null when none is near. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = text.toLowerCase();
  const limit = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
  let best: { candidate: string; far: number } | null = null;
  for (const candidate of candidates) {
    const far = distance(wanted, candidate.toLowerCase(), limit);
    if (far <= limit && (best === null || far < best.far)) best = { candidate, far };
  }
  return best?.candidate ?? null;
}

import type { FindingResponse } from '@wheelhouse/contracts';

type Told = Pick<FindingResponse, 'standardId' | 'itemId' | 'visitDate' | 'repeated'>;

/** Of each item its newest finding; what failed most often lately first, then the newest. */
export function newestOfEach<T extends Told>(findings: T[]): T[] {
  const newest = new Map<string, T>();
  for (const finding of findings) {
    const key = `${finding.standardId} ${finding.itemId}`;
    const known = newest.get(key);
    if (!known || finding.visitDate > known.visitDate) newest.set(key, finding);
  }
  return [...newest.values()].sort(
    (a, b) => b.repeated - a.repeated || (a.visitDate < b.visitDate ? 1 : a.visitDate > b.visitDate ? -1 : 0),
  );
}

/** Of what `next` names only what differs from `before`, both sides, as the trail keeps it; null when nothing does. */
export function changesOf<T extends object>(
  before: T,
  next: Partial<T>,
): { before: Partial<T>; after: Partial<T> } | null {
  const keys = (Object.keys(next) as (keyof T)[]).filter((key) => canonical(before[key]) !== canonical(next[key]));
  if (keys.length === 0) return null;
  const pick = (from: Partial<T>) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null])) as Partial<T>;
  return { before: pick(before), after: pick(next) };
}

/** JSON with sorted keys: the database does not keep their order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'null';

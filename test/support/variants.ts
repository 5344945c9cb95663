import { isUuid } from '@wheelhouse/kernel';

export type Path = (string | number)[];
export interface Leaf {
  path: Path;
  value: unknown;
}

/** Every value of a JSON document, inner objects and lists included, with its place. */
export function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  const inner = Object.entries(value).flatMap(([key, entry]) =>
    leavesOf(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [{ path, value }, ...inner];
}

/** The same document with another value in one place. */
export function replaced<T>(document: T, path: Path, value: unknown): T {
  const copy = structuredClone(document);
  const last = path.at(-1) as string;
  const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], copy);
  Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** `shops[0].outletId` */
export const fieldName = (path: Path): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');

/** `ours` with one id of `theirs` in the place of our own, for each id that the two have in the same place. */
export function withForeignIds<T extends object>(
  ours: T,
  theirs: T,
  skip: string[] = [],
): { field: string; id: string; body: T }[] {
  const own = new Map(leavesOf(ours).map(({ path, value }) => [fieldName(path), value]));
  return leavesOf(theirs).flatMap(({ path, value }) => {
    const field = fieldName(path);
    const isForeign = isUuid(value) && isUuid(own.get(field)) && own.get(field) !== value && !skip.includes(field);
    return isForeign ? [{ field, id: value, body: replaced(ours, path, value) }] : [];
  });
}

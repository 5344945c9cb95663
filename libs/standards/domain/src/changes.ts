import type { StandardBody, StandardItem, StandardSection } from '@wheelhouse/contracts';
import { canonical, isRecord } from './canonical.js';

/** One difference between two versions of a standard. */
export interface StandardChange {
  kind: 'added' | 'removed' | 'changed';
  /** Where: `sections[0].items[3].weight`, in the newer version (in the older one for what was removed). */
  path: string;
  itemId?: string;
  sectionId?: string;
  /** What changed about it: `weight`, `en`, `section` (moved to another), `order`. */
  field?: string;
  from?: unknown;
  to?: unknown;
}

/**
 * What differs between two versions of a standard. Sections and items are matched by their ids, which are stable, so a
 * moved item is a move and not a removal. The version number itself is left out.
 */
export function describeChanges(from: StandardBody, to: StandardBody): StandardChange[] {
  const rest = (body: StandardBody) => {
    const { sections: _sections, version: _version, schema: _schema, ...other } = body;
    return other;
  };
  return [...fieldChanges('', rest(from), rest(to), {}), ...sectionChanges(from, to), ...itemChanges(from, to)];
}

function sectionChanges(from: StandardBody, to: StandardBody): StandardChange[] {
  const place = (sections: StandardSection[]) =>
    new Map(sections.map((value, i) => [value.id, { value, path: `sections[${i}]` }]));
  const [before, after] = [place(from.sections), place(to.sections)];
  const changes = compareMaps(
    before,
    after,
    (id) => ({ sectionId: id }),
    ({ items: _items, ...section }) => section,
  );
  return [...changes, ...orderChange('sections', [...before.keys()], [...after.keys()])];
}

function itemChanges(from: StandardBody, to: StandardBody): StandardChange[] {
  const [before, after] = [placedItems(from), placedItems(to)];
  const changes = compareMaps(
    before,
    after,
    (id) => ({ itemId: id }),
    (item) => item,
  );
  for (const [id, { sectionId, path }] of after) {
    const old = before.get(id);
    if (!old || old.sectionId === sectionId) continue;
    changes.push({ kind: 'changed', path, itemId: id, field: 'section', from: old.sectionId, to: sectionId });
  }
  const orders = to.sections.flatMap((section, s) => {
    const old = from.sections.find(({ id }) => id === section.id);
    return old ? orderChange(`sections[${s}].items`, ids(old.items), ids(section.items)) : [];
  });
  return [...changes, ...orders];
}

const ids = (items: StandardItem[]) => items.map(({ id }) => id);

function placedItems(body: StandardBody) {
  return new Map(
    body.sections.flatMap((section, s) =>
      section.items.map((value, i) => [value.id, { value, sectionId: section.id, path: `sections[${s}].items[${i}]` }]),
    ),
  );
}

type Placed<T> = ReadonlyMap<string, { value: T; path: string }>;
type Label = Pick<StandardChange, 'itemId' | 'sectionId'>;

function compareMaps<T>(
  before: Placed<T>,
  after: Placed<T>,
  label: (id: string) => Label,
  own: (value: T) => object,
): StandardChange[] {
  const changes: StandardChange[] = [];
  for (const [id, { value, path }] of before) {
    if (!after.has(id)) changes.push({ kind: 'removed', path, ...label(id), from: own(value) });
  }
  for (const [id, { value, path }] of after) {
    const old = before.get(id);
    if (!old) changes.push({ kind: 'added', path, ...label(id), to: own(value) });
    else changes.push(...fieldChanges(path, own(old.value), own(value), label(id)));
  }
  return changes;
}

/** Fields that differ, down to the level at which both sides are objects. */
function fieldChanges(path: string, from: object, to: object, label: Label, prefix = ''): StandardChange[] {
  const [old, now] = [new Map(Object.entries(from)), new Map(Object.entries(to))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): StandardChange[] => {
    const [was, is] = [old.get(key), now.get(key)];
    if (canonical(was) === canonical(is)) return [];
    const field = `${prefix}${key}`;
    if (isRecord(was) && isRecord(is)) return fieldChanges(path, was, is, label, `${field}.`);
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [{ kind, path: path === '' ? field : `${path}.${field}`, ...label, field, from: was, to: is }];
  });
}

function orderChange(path: string, from: string[], to: string[]): StandardChange[] {
  const [before, after] = [from.filter((id) => to.includes(id)), to.filter((id) => from.includes(id))];
  return before.join('\n') === after.join('\n')
    ? []
    : [{ kind: 'changed', path, field: 'order', from: before, to: after }];
}

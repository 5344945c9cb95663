import type { StandardBody, StandardItem, StandardSection, VisitField } from '@wheelhouse/contracts';
import { isRecord, same } from './canonical.js';

export interface ItemChange {
  id: string;
  kind: 'added' | 'removed' | 'changed';
  from?: StandardItem;
  to?: StandardItem;
  /** The section that it stood in before. */
  movedFrom?: string;
  /** Names of the item's fields that differ. */
  fields: string[];
}

export interface SectionChange {
  id: string;
  kind: 'added' | 'removed' | 'changed' | 'same';
  from?: StandardSection;
  to?: StandardSection;
  /** Of the section itself: `en`, `zh`, `weight`. */
  fields: string[];
  /** Items that both have stand in another order. */
  reordered: boolean;
  items: ItemChange[];
}

export interface GroupedChanges {
  /** Fields of the document, such as `name`, `scoring.mode`, `dictionaries.departments.SA`. */
  document: { field: string; from: unknown; to: unknown }[];
  /** Sections with a difference, as the newer standard has them, then what was removed. */
  sections: SectionChange[];
  /** Sections that both have stand in another order. */
  reordered: boolean;
  visit: { id: string; from?: VisitField; to?: VisitField }[];
  /** How many things differ. */
  count: number;
}

/** What differs between two versions, put together as an author thinks of it: by section and item. */
export function groupChanges(from: StandardBody, to: StandardBody): GroupedChanges {
  const [before, after] = [homes(from), homes(to)];
  const itemOf = (id: string): ItemChange | null => {
    const [old, now] = [before.get(id), after.get(id)];
    if (!old) return { id, kind: 'added', to: now?.item, fields: [] };
    if (!now) return { id, kind: 'removed', from: old.item, fields: [] };
    const fields = differing(old.item, now.item);
    const movedFrom = old.section === now.section ? undefined : old.section;
    if (fields.length === 0 && movedFrom === undefined) return null;
    return { id, kind: 'changed', from: old.item, to: now.item, fields, movedFrom };
  };
  const itemsOf = (items: readonly StandardItem[]) => items.flatMap(({ id }) => itemOf(id) ?? []);
  const sections: SectionChange[] = to.sections.map((section) => {
    const old = from.sections.find(({ id }) => id === section.id);
    const gone = (old?.items ?? []).filter(({ id }) => !after.has(id));
    const fields = old ? differing(head(old), head(section)) : [];
    return {
      ...{ id: section.id, from: old, to: section, fields },
      kind: !old ? 'added' : fields.length > 0 ? 'changed' : 'same',
      reordered: old ? inOtherOrder(ids(old.items), ids(section.items)) : false,
      items: [...itemsOf(section.items), ...itemsOf(gone)],
    };
  });
  for (const section of from.sections) {
    if (to.sections.some(({ id }) => id === section.id)) continue;
    const gone = section.items.filter(({ id }) => !after.has(id));
    sections.push({
      ...{ id: section.id, kind: 'removed', from: section, fields: [], reordered: false },
      items: itemsOf(gone),
    });
  }
  const result = {
    document: documentChanges('', bare(from), bare(to)),
    sections: sections.filter(({ kind, reordered, items }) => kind !== 'same' || reordered || items.length > 0),
    reordered: inOtherOrder(ids(from.sections), ids(to.sections)),
    visit: visitChanges(from.visit_record_unscored ?? [], to.visit_record_unscored ?? []),
  };
  const inSections = result.sections.reduce(
    (sum, { kind, items, reordered }) => sum + items.length + (kind === 'same' ? 0 : 1) + (reordered ? 1 : 0),
    0,
  );
  return {
    ...result,
    count: result.document.length + inSections + (result.reordered ? 1 : 0) + result.visit.length,
  };
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

function head({ items: _items, ...rest }: StandardSection) {
  return rest;
}

function bare(body: StandardBody): object {
  const { sections: _sections, visit_record_unscored: _visit, version: _version, schema: _schema, ...rest } = body;
  return rest;
}

function homes(body: StandardBody) {
  return new Map(body.sections.flatMap(({ id: section, items }) => items.map((item) => [item.id, { item, section }])));
}

function differing(from: object, to: object): string[] {
  const [old, now] = [new Map(Object.entries(from)), new Map(Object.entries(to))];
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => !same(old.get(key), now.get(key)));
}

function inOtherOrder(from: string[], to: string[]): boolean {
  const [inFrom, inTo] = [new Set(from), new Set(to)];
  const before = from.filter((id) => inTo.has(id));
  return to.filter((id) => inFrom.has(id)).some((id, i) => id !== before[i]);
}

/** Down to single entries of dictionaries and single rules of scoring. */
function documentChanges(path: string, from: unknown, to: unknown): GroupedChanges['document'] {
  if (same(from, to)) return [];
  const open = /^(|scoring|visit_rules|dictionaries(\.\w+)?)$/.test(path);
  if (!open || !isRecord(from) || !isRecord(to)) return [{ field: path, from, to }];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
    documentChanges(path === '' ? key : `${path}.${key}`, from[key], to[key]),
  );
}

function visitChanges(from: VisitField[], to: VisitField[]): GroupedChanges['visit'] {
  const [old, now] = [from, to].map((list) => new Map(list.map((field) => [field.id, field])));
  return [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])]
    .filter((id) => !same(old?.get(id), now?.get(id)))
    .map((id) => ({ id, from: old?.get(id), to: now?.get(id) }));
}

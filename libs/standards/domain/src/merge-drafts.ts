import type { StandardBody, StandardItem, StandardSection, VisitField } from '@wheelhouse/contracts';
import { isRecord, same } from './canonical.js';
import { mergeOrder, ordersCollide } from './merge-order.js';

export type MergeSide = 'mine' | 'theirs';

/** Something that both sides changed, each in its own way; the reader chooses. */
export interface MergeConflict {
  /** Names the choice: `item:AS-4S-C-02`, `section:C`, `order:C`, `field:scoring.mode`. */
  key: string;
  kind: 'item' | 'section' | 'visit' | 'order' | 'field';
  /** The item's or section's id, or the field's path. */
  id: string;
  base?: unknown;
  /** Undefined where a side removed it. */
  mine?: unknown;
  theirs?: unknown;
}

export interface MergedDrafts {
  body: StandardBody;
  /** In the order of the document; resolved with `mine` where no choice was given. */
  conflicts: MergeConflict[];
}

type Head = Omit<StandardSection, 'items'>;
type Three<T> = Record<'base' | 'mine' | 'theirs', T>;
interface Side {
  heads: Map<string, Head>;
  items: Map<string, { item: StandardItem; home: string }>;
  order: Map<string, string[]>;
}

/** Parts of the document that merge field by field; everything else below the top is one value. */
const BY_FIELD = /^(scoring|visit_rules|dictionaries(\.\w+)?)?$/;

/**
 * Two drafts that began from the same text as one: what one side changed is taken over, item by item; what both changed
 * alike too. Where both changed the same item differently nothing is mixed: it is a conflict, decided by `choices` (by
 * the conflict's key). A section that somebody removed stays when something of the other side still stands in it.
 */
export function mergeDrafts(
  base: StandardBody,
  mine: StandardBody,
  theirs: StandardBody,
  choices: Readonly<Record<string, MergeSide>> = {},
): MergedDrafts {
  const found = new Map<string, MergeConflict>();
  const choose = <T>(conflict: Pick<MergeConflict, 'key' | 'kind' | 'id'>, three: Three<T>): T => {
    if (same(three.mine, three.theirs) || same(three.base, three.theirs)) return three.mine;
    if (same(three.base, three.mine)) return three.theirs;
    if (!found.has(conflict.key)) found.set(conflict.key, { ...conflict, ...three });
    return choices[conflict.key] === 'theirs' ? three.theirs : three.mine;
  };
  const fields = mergeFields('', { base: bare(base), mine: bare(mine), theirs: bare(theirs) }, (path, three) =>
    choose({ key: `field:${path}`, kind: 'field', id: path }, three),
  );

  const sides = { base: sideOf(base), mine: sideOf(mine), theirs: sideOf(theirs) };
  const homes = new Map<string, Set<string>>();
  const items = new Map<string, StandardItem>();
  for (const key of keysOf(sides, (side) => side.items)) {
    const placed = each(sides, (side) => side.items.get(key));
    const conflict = { key: `item:${key}`, kind: 'item', id: key } as const;
    const item = choose(
      conflict,
      each(placed, (one) => one?.item),
    );
    if (!item) continue;
    const { mine: here, theirs: there } = placed;
    const home =
      here && there
        ? choose(
            conflict,
            each(placed, (one) => one?.home),
          )
        : (here?.home ?? there?.home ?? '');
    items.set(key, item);
    homes.set(home ?? '', (homes.get(home ?? '') ?? new Set()).add(key));
  }

  const heads = new Map<string, Head>();
  for (const key of keysOf(sides, (side) => side.heads)) {
    const three = each(sides, (side) => side.heads.get(key));
    const head = choose({ key: `section:${key}`, kind: 'section', id: key }, three);
    const kept = head ?? (homes.has(key) ? (three.mine ?? three.theirs ?? three.base) : undefined);
    if (kept) heads.set(key, kept);
  }

  const inOrder = (id: string, lists: Three<string[]>, members: ReadonlySet<string>) => {
    const key = `order:${id}`;
    const held = each(lists, (list) => list.filter((one) => members.has(one)));
    const collide = ordersCollide(held.base, held.mine, held.theirs);
    if (collide) found.set(key, { key, kind: 'order', id, ...held });
    return mergeOrder(held.base, held.mine, held.theirs, members, choices[key]);
  };
  const order = inOrder(
    '',
    each(sides, (side) => [...side.heads.keys()]),
    new Set(heads.keys()),
  );
  const sections = order.map((key) => {
    const lists = each(sides, (side) => side.order.get(key) ?? []);
    const members = inOrder(key, lists, homes.get(key) ?? new Set());
    return { ...(heads.get(key) as Head), items: members.map((id) => items.get(id) as StandardItem) };
  });

  const body = { ...(fields as unknown as StandardBody), sections };
  const visit = mergeVisit({ base, mine, theirs }, (key, three) =>
    choose({ key: `visit:${key}`, kind: 'visit', id: key }, three),
  );
  if (visit) body.visit_record_unscored = visit;
  return { body, conflicts: [...found.values()] };
}

const each = <T, R>(three: Three<T>, of: (side: T) => R): Three<R> => ({
  base: of(three.base),
  mine: of(three.mine),
  theirs: of(three.theirs),
});

function keysOf<T>({ mine, theirs }: Three<Side>, of: (side: Side) => Map<string, T>): Set<string> {
  return new Set([...of(mine).keys(), ...of(theirs).keys()]);
}

function bare(body: StandardBody): object {
  const { sections: _sections, visit_record_unscored: _visit, ...rest } = body;
  return rest;
}

/** Ids as keys; an id that is there again while somebody types gets a number, so that nothing falls under the table. */
function keyed<T extends { id: string }>(list: readonly T[], seen = new Map<string, number>()): [string, T][] {
  return list.map((value) => {
    const count = (seen.get(value.id) ?? 0) + 1;
    seen.set(value.id, count);
    return [count === 1 ? value.id : `${value.id}#${count}`, value];
  });
}

function sideOf(body: StandardBody): Side {
  const side: Side = { heads: new Map(), items: new Map(), order: new Map() };
  const seen = new Map<string, number>();
  for (const [home, { items, ...head }] of keyed(body.sections)) {
    side.heads.set(home, head);
    const placed = keyed(items, seen);
    side.order.set(
      home,
      placed.map(([key]) => key),
    );
    for (const [key, item] of placed) side.items.set(key, { item, home });
  }
  return side;
}

type Choose = <T>(path: string, three: Three<T>) => T;

function mergeFields(path: string, three: Three<unknown>, choose: Choose): unknown {
  const { base, mine, theirs } = three;
  if (!BY_FIELD.test(path) || !isRecord(mine) || !isRecord(theirs)) return choose(path, three);
  const before = isRecord(base) ? base : {};
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const merged = [...keys].map((key): [string, unknown] => {
    const values = { base: own(before, key), mine: own(mine, key), theirs: own(theirs, key) };
    return [key, mergeFields(path === '' ? key : `${path}.${key}`, values, choose)];
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

const own = (record: Record<string, unknown>, key: string) => (Object.hasOwn(record, key) ? record[key] : undefined);

function mergeVisit(three: Three<StandardBody>, choose: Choose): VisitField[] | undefined {
  if (!three.mine.visit_record_unscored && !three.theirs.visit_record_unscored) return undefined;
  const lists = each(three, (body) => new Map(keyed(body.visit_record_unscored ?? [])));
  const merged = new Map<string, VisitField>();
  for (const key of new Set([...lists.mine.keys(), ...lists.theirs.keys()])) {
    const field = choose(
      key,
      each(lists, (list) => list.get(key)),
    );
    if (field) merged.set(key, field);
  }
  const keys = each(lists, (list) => [...list.keys()]);
  return mergeOrder(keys.base, keys.mine, keys.theirs, new Set(merged.keys())).map((key) => merged.get(key)!);
}

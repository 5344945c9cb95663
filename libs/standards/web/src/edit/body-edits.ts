import type { ItemType, StandardBody, StandardItem, StandardSection } from '@wheelhouse/contracts';

/** Where an item stands: indices of its section and of itself. */
export interface Place {
  section: number;
  item: number;
}

const replaceAt = <T>(list: readonly T[], at: number, value: T): T[] => list.map((old, i) => (i === at ? value : old));
const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);
const insertAt = <T>(list: readonly T[], at: number, value: T): T[] => [...list.slice(0, at), value, ...list.slice(at)];

function swap<T>(list: readonly T[], a: number, b: number): T[] {
  const [x, y] = [list[a], list[b]];
  if (x === undefined || y === undefined) return [...list];
  return replaceAt(replaceAt(list, a, y), b, x);
}

const withItems = (body: StandardBody, section: number, change: (items: StandardItem[]) => StandardItem[]) =>
  updateSection(body, section, (old) => ({ ...old, items: change(old.items) }));

/** The body with one section changed. */
export function updateSection(
  body: StandardBody,
  at: number,
  change: (section: StandardSection) => StandardSection,
): StandardBody {
  const section = body.sections[at];
  return section ? { ...body, sections: replaceAt(body.sections, at, change(section)) } : body;
}

/** The body with one item changed. */
export function updateItem(
  body: StandardBody,
  { section, item }: Place,
  change: (item: StandardItem) => StandardItem,
): StandardBody {
  return withItems(body, section, (items) => items.map((old, i) => (i === item ? change(old) : old)));
}

/** The first of A, B … Z, AA, AB … that no section has. */
export function nextSectionId(body: StandardBody): string {
  const taken = new Set(body.sections.map(({ id }) => id));
  for (let n = 0; ; n++) {
    const letter = String.fromCharCode(65 + (n % 26));
    const id = n < 26 ? letter : `${String.fromCharCode(64 + Math.floor(n / 26))}${letter}`;
    if (!taken.has(id)) return id;
  }
}

/** `<code>-<section>-<two digits>`, one above the highest in the section and never one that is taken. */
export function nextItemId(body: StandardBody, section: StandardSection): string {
  const taken = new Set(body.sections.flatMap(({ items }) => items.map(({ id }) => id)));
  const highest = section.items.reduce((top, { id }) => Math.max(top, Number(/(\d+)$/.exec(id)?.[1] ?? 0)), 0);
  for (let n = highest + 1; ; n++) {
    const id = `${body.code}-${section.id}-${String(n).padStart(2, '0')}`;
    if (!taken.has(id)) return id;
  }
}

/** Adds an empty section at the end. */
export function addSection(body: StandardBody): StandardBody {
  return { ...body, sections: [...body.sections, { id: nextSectionId(body), en: '', zh: '', weight: 10, items: [] }] };
}

/** Adds an empty yes/no item at the end of a section, with the department of the one before. */
export function addItem(body: StandardBody, section: number): StandardBody {
  const into = body.sections[section];
  if (!into) return body;
  const before = into.items.at(-1);
  const first = (codes: object) => Object.keys(codes)[0] ?? '';
  const item: StandardItem = {
    id: nextItemId(body, into),
    en: '',
    zh: '',
    weight: 1,
    type: 'yes_no',
    critical: null,
    evidence: { kind: Object.hasOwn(body.dictionaries.evidence, 'photo') ? ['photo'] : [], required_on: 'fail' },
    servqual: before?.servqual ?? first(body.dictionaries.servqual),
    mot: before?.mot ?? null,
    department: before?.department ?? first(body.dictionaries.departments),
    na_allowed: false,
  };
  return withItems(body, section, (items) => [...items, item]);
}

export function removeSection(body: StandardBody, at: number): StandardBody {
  return { ...body, sections: without(body.sections, at) };
}

export function removeItem(body: StandardBody, { section, item }: Place): StandardBody {
  return withItems(body, section, (items) => without(items, item));
}

/** Puts a section where it was before it was removed. */
export function insertSection(body: StandardBody, at: number, section: StandardSection): StandardBody {
  return { ...body, sections: insertAt(body.sections, at, section) };
}

/** Puts an item where it was before it was removed. */
export function insertItem(body: StandardBody, { section, item }: Place, value: StandardItem): StandardBody {
  return withItems(body, section, (items) => insertAt(items, item, value));
}

/** Puts a copy of an item behind it, under the next number. */
export function duplicateItem(body: StandardBody, { section, item }: Place): StandardBody {
  const into = body.sections[section];
  const original = into?.items[item];
  if (!into || !original) return body;
  const copy = { ...structuredClone(original), id: nextItemId(body, into) };
  return withItems(body, section, (items) => insertAt(items, item + 1, copy));
}

/** Takes a section from its place and puts it to another. */
export function moveSectionTo(body: StandardBody, from: number, to: number): StandardBody {
  const section = body.sections[from];
  return section ? { ...body, sections: insertAt(without(body.sections, from), to, section) } : body;
}

/** Moves a section one place up (−1) or down (+1); at the end it stays. */
export function moveSection(body: StandardBody, at: number, by: -1 | 1): StandardBody {
  return { ...body, sections: swap(body.sections, at, at + by) };
}

/** Where an item comes to stand when it moves by one: past the end of its section, into the next one. Null: nowhere. */
export function placeAfterMove(body: StandardBody, { section, item }: Place, by: -1 | 1): Place | null {
  const to = item + by;
  const here = body.sections[section];
  if (here && to >= 0 && to < here.items.length) return { section, item: to };
  const neighbour = body.sections[section + by];
  if (!here || !neighbour) return null;
  return { section: section + by, item: by === 1 ? 0 : neighbour.items.length };
}

/** Takes an item from its place and puts it to another. */
export function moveItem(body: StandardBody, from: Place, to: Place): StandardBody {
  const item = body.sections[from.section]?.items[from.item];
  if (!item) return body;
  return withItems(removeItem(body, from), to.section, (items) => insertAt(items, to.item, item));
}

/** An item with another kind of answer: it gets the part that the kind needs and loses the others'. */
export function withType(item: StandardItem, type: ItemType): StandardItem {
  const { scale, sample, numeric, options, ...rest } = item;
  const kept = { ...rest, type };
  switch (type) {
    case 'yes_no':
      return kept;
    case 'scale':
      return { ...kept, scale: scale ?? emptyScale(0, 4) };
    case 'sample':
      return { ...kept, sample: sample ?? { size: 10 } };
    case 'choice':
      return {
        ...kept,
        options: options ?? [
          { code: '1', en: '', zh: '', credit: 1 },
          { code: '0', en: '', zh: '', credit: 0 },
        ],
      };
    default: {
      const limits = numeric ?? { full_at: 0, zero_at: 10, unit: '' };
      const upward = limits.full_at > limits.zero_at;
      const turn = limits.full_at !== limits.zero_at && upward !== (type === 'numeric_min');
      return { ...kept, numeric: turn ? { ...limits, full_at: limits.zero_at, zero_at: limits.full_at } : limits };
    }
  }
}

type ScaleOf = NonNullable<StandardItem['scale']>;

function emptyScale(min: number, max: number): ScaleOf {
  const blank = Array.from({ length: max - min + 1 }, () => '');
  return { min, max, anchors_en: blank, anchors_zh: [...blank] };
}

/** A scale with other ends; the texts of the steps that stay are kept. At most 11 steps. */
export function withSteps(scale: ScaleOf, min: number, max: number): ScaleOf {
  const top = Math.min(Math.max(max, min), min + 10);
  const resized = emptyScale(min, top);
  const keep = (anchors: string[]) => resized.anchors_en.map((_, i) => anchors[min + i - scale.min] ?? '');
  return { min, max: top, anchors_en: keep(scale.anchors_en), anchors_zh: keep(scale.anchors_zh) };
}

/** The place and part that a problem's field names: `sections[2].items[0].weight`. */
export function placeOf(field: string): { section?: number; item?: number } {
  const match = /^sections\[(\d+)\](?:\.items\[(\d+)\])?/.exec(field);
  if (!match) return {};
  return {
    section: Number(match[1]),
    ...(match[2] === undefined ? {} : { item: Number(match[2]) }),
  };
}

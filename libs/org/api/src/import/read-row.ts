import { ATTRIBUTE_COLUMN } from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';
import type { MappedColumn } from './columns.js';
import { type Directory, isFound, type Named } from './directory.js';
import type { OutletNow, OutletValues } from './outlet-values.js';
import { dayIn, errorIn, isSameText, numberIn, textIn } from './parse-cell.js';
import { type Cell, textOfCell } from './table.js';
import { decodePlain, encodePlain } from './text-codec.js';

/** A problem in one cell; `field` is the column's code. */
export type CellProblem = FieldProblem;

/** What a row says of its outlet where it says anything; a field that is not there stays as it is. */
export interface RowReading {
  values: Partial<OutletValues>;
  problems: CellProblem[];
}

export interface Network {
  units: Directory<Named>;
  groups: Directory<Named>;
}

/**
 * Reads the cells of one row. Empty cells clear what may be empty; names, kind and org unit may not, and time zone and
 * first open day stay (or, for a new outlet, take their defaults).
 */
export function readRow(
  cells: readonly Cell[],
  columns: readonly MappedColumn[],
  now: OutletNow | null,
  network: Network,
): RowReading {
  const reading: RowReading = { values: {}, problems: [] };
  const { values, problems } = reading;
  const at = new Map(columns.flatMap(({ code }, i) => (code === null ? [] : [[code, cells[i] ?? null] as const])));
  const wrong = (field: string, code: string, params?: Record<string, string | number>) =>
    problems.push({ field, code, ...(params ? { params } : {}) });

  for (const [column, cell] of at) {
    const error = errorIn(cell);
    if (error) wrong(column, 'IMPORT.CELL_ERROR', { value: error });
  }
  const has = (column: string) => at.has(column) && errorIn(at.get(column)) === null;
  const needed = (column: string): string | undefined => {
    if (!has(column)) {
      if (!at.has(column) && !now) wrong(column, 'FIELD.REQUIRED');
      return undefined;
    }
    const text = textIn(at.get(column));
    if (text === '') wrong(column, 'FIELD.REQUIRED');
    return text === '' ? undefined : text;
  };
  const optional = (column: string): string | null | undefined =>
    has(column) ? textIn(at.get(column)) || null : undefined;

  values.code = textIn(at.get('code'));
  const name = both(needed('name_en'), needed('name_zh'), now?.name ?? null);
  if (name) values.name = name;
  const kind = needed('kind');
  if (kind !== undefined) values.kind = kind;

  const unit = needed('org_unit');
  if (unit !== undefined) {
    const found = network.units.find(unit);
    if (isFound(found)) values.orgUnitId = found.id;
    else problems.push({ field: 'org_unit', ...found });
  }
  const group = optional('peer_group');
  if (group === null) values.peerGroupId = null;
  else if (group !== undefined) {
    const found = network.groups.find(group);
    if (isFound(found)) values.peerGroupId = found.id;
    else problems.push({ field: 'peer_group', ...found });
  }
  const tier = optional('city_tier');
  if (tier !== undefined) values.cityTier = tier;
  readCity(optional('city_en'), optional('city_zh'), now, reading);
  for (const column of ['latitude', 'longitude'] as const) {
    const number = has(column) ? numberIn(at.get(column)) : null;
    if (number === undefined) wrong(column, 'IMPORT.NUMBER');
    else if (has(column)) values[column] = number;
  }
  const zone = optional('time_zone');
  if (zone) values.timeZone = zone;
  const openedOn = has('opened_on') ? dayIn(at.get('opened_on')) : null;
  if (openedOn === undefined) wrong('opened_on', 'IMPORT.DATE');
  else if (openedOn !== null) values.openedOn = openedOn;
  const closedOn = has('closed_on') ? dayIn(at.get('closed_on')) : null;
  if (closedOn === undefined) wrong('closed_on', 'IMPORT.DATE');
  else if (has('closed_on')) values.closedOn = closedOn;
  readAttributes(at, has, now, values);
  return reading;
}

/** A name in two columns, of which one may stay as it is; what a new one lacks is empty. */
function both(en: string | undefined, zh: string | undefined, now: { en: string; zh: string } | null) {
  if (en === undefined && zh === undefined) return undefined;
  return { en: kept(now?.en, en ?? now?.en ?? ''), zh: kept(now?.zh, zh ?? now?.zh ?? '') };
}

const kept = (now: string | undefined, said: string) => (now !== undefined && isSameText(now, said) ? now : said);

function readCity(
  en: string | null | undefined,
  zh: string | null | undefined,
  now: OutletNow | null,
  { values, problems }: RowReading,
): void {
  if (en === undefined && zh === undefined) return;
  const [left, right] = [en === undefined ? now?.city?.en : en, zh === undefined ? now?.city?.zh : zh];
  if (!left && !right) values.city = null;
  else if (!left) problems.push({ field: 'city_en', code: 'FIELD.REQUIRED' });
  else if (!right) problems.push({ field: 'city_zh', code: 'FIELD.REQUIRED' });
  else values.city = { en: kept(now?.city?.en, left), zh: kept(now?.city?.zh, right) };
}

function readAttributes(
  at: ReadonlyMap<string, Cell>,
  has: (column: string) => boolean,
  now: OutletNow | null,
  values: Partial<OutletValues>,
): void {
  const names = [...at.keys()].filter((column) => column.startsWith(ATTRIBUTE_COLUMN) && has(column));
  if (names.length === 0) return;
  const attributes = new Map(Object.entries(now?.attributes ?? {}));
  for (const column of names) {
    const name = column.slice(ATTRIBUTE_COLUMN.length);
    const cell = at.get(column) ?? null;
    const before = attributes.get(name);
    // A spreadsheet forgets whether 12 was a number or a text: what reads the same stays what it was.
    if (before !== undefined && isSameText(textOfCell(encodePlain(before)), textOfCell(cell))) continue;
    const value = decodePlain(cell instanceof Date ? textOfCell(cell) : (cell ?? ''));
    if (value === null) attributes.delete(name);
    else if (!(typeof before === 'string' && typeof value === 'string' && isSameText(before, value)))
      attributes.set(name, value);
  }
  values.attributes = Object.fromEntries(attributes);
}

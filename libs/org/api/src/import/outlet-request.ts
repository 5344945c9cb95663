import { ATTRIBUTE_COLUMN } from '@wheelhouse/contracts';
import type { MappedColumn } from './columns.js';
import type { Codes, OutletNow, OutletValues } from './outlet-values.js';

/** Fields of a request and the columns that they come from. */
const COLUMN_OF: Record<string, string> = {
  code: 'code',
  name: 'name_en',
  'name.en': 'name_en',
  'name.zh': 'name_zh',
  kind: 'kind',
  orgUnitId: 'org_unit',
  peerGroupId: 'peer_group',
  cityTier: 'city_tier',
  city: 'city_en',
  'city.en': 'city_en',
  'city.zh': 'city_zh',
  latitude: 'latitude',
  longitude: 'longitude',
  timeZone: 'time_zone',
  openedOn: 'opened_on',
  closedOn: 'closed_on',
};

/** The column in which a person finds what the rules say about a field of the request. */
export function columnOfField(field: string, columns: readonly MappedColumn[]): string {
  const known = COLUMN_OF[field];
  if (known) return known;
  const attribute = field.startsWith('attributes.') ? ATTRIBUTE_COLUMN + field.slice('attributes.'.length) : null;
  const codes = columns.flatMap(({ code }) => (code === null ? [] : [code]));
  if (attribute && codes.includes(attribute)) return attribute;
  return codes.find((code) => code.startsWith(ATTRIBUTE_COLUMN)) ?? 'code';
}

/** The request that a person would send instead of the row: to create the outlet, or with the fields that change. */
export function requestOf(
  said: Partial<OutletValues>,
  target: OutletValues,
  now: OutletNow | null,
  codes: Codes,
): { kind: 'create' | 'update'; body: Record<string, unknown> } {
  const { closedOn, orgUnitId, ...fields } = target;
  if (!now) {
    const { timeZone, openedOn, ...rest } = fields;
    const dated = { ...rest, ...pick({ timeZone, openedOn }, (name) => name in said) };
    return { kind: 'create', body: { ...dated, orgUnitId: codes.unit(orgUnitId) ? orgUnitId : NOWHERE } };
  }
  const all = { ...fields, closedOn };
  const isChanged = (name: string) =>
    JSON.stringify(all[name as keyof typeof all]) !== JSON.stringify(now[name as keyof typeof all]);
  return { kind: 'update', body: pick(all, isChanged) };
}

/** Stands in for an org unit that was not found, so that the other fields are checked all the same. */
const NOWHERE = '00000000-0000-7000-8000-000000000000';

const pick = (values: Record<string, unknown>, keep: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => keep(name)));

import type { LocalDate, LocalizedText } from '@wheelhouse/kernel';
import { ATTRIBUTE_COLUMN } from '@wheelhouse/contracts';
import { encodePlain, encodeText, type Plain } from './text-codec.js';
import type { Cell } from './table.js';

/** What an outlet is made of, as files carry it. */
export interface OutletValues {
  code: string;
  name: LocalizedText;
  kind: string;
  orgUnitId: string;
  peerGroupId: string | null;
  cityTier: string | null;
  city: LocalizedText | null;
  latitude: number | null;
  longitude: number | null;
  timeZone: string;
  openedOn: LocalDate;
  closedOn: LocalDate | null;
  attributes: Record<string, Plain>;
}

/** An outlet as it is before an import. */
export interface OutletNow extends OutletValues {
  id: string;
  /** When it was changed last, as the database writes it: with all its digits. */
  seenAt: string;
  /** The day on which it moved for the first time. */
  firstMoveOn: LocalDate | null;
}

/** Codes of org units and peer groups by id. */
export interface Codes {
  unit(id: string | null): string;
  group(id: string | null): string;
}

/** One field of an outlet as it stands in a file: texts marked where they must be, days as dates. */
export function cellOf(outlet: OutletValues, column: string, codes: Codes): Cell {
  if (column.startsWith(ATTRIBUTE_COLUMN)) {
    const name = column.slice(ATTRIBUTE_COLUMN.length);
    return Object.hasOwn(outlet.attributes, name) ? encodePlain(outlet.attributes[name] as Plain) : null;
  }
  const text = (value: string | null | undefined) => (value ? encodeText(value) : null);
  switch (column) {
    case 'code':
      return text(outlet.code);
    case 'name_en':
      return text(outlet.name.en);
    case 'name_zh':
      return text(outlet.name.zh);
    case 'kind':
      return text(outlet.kind);
    case 'org_unit':
      return text(codes.unit(outlet.orgUnitId));
    case 'peer_group':
      return text(codes.group(outlet.peerGroupId));
    case 'city_tier':
      return outlet.cityTier === null ? null : Number(outlet.cityTier);
    case 'city_en':
      return text(outlet.city?.en);
    case 'city_zh':
      return text(outlet.city?.zh);
    case 'latitude':
      return outlet.latitude;
    case 'longitude':
      return outlet.longitude;
    case 'time_zone':
      return text(outlet.timeZone);
    case 'opened_on':
      return day(outlet.openedOn);
    case 'closed_on':
      return day(outlet.closedOn);
    default:
      return null;
  }
}

const day = (date: LocalDate | null) => (date === null ? null : new Date(`${date}T00:00:00Z`));

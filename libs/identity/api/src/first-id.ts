import { DateTime } from 'luxon';

/**
 * The smallest UUIDv7 of a local day's first moment, `days` later: ids that were made from that moment on are not less.
 */
export function firstIdOf(day: string, timeZone: string, days = 0): string {
  const moment = DateTime.fromISO(day, { zone: timeZone }).plus({ days }).startOf('day').toMillis();
  const hex = Math.max(0, moment).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

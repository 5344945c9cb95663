import type { RankingRow } from '@wheelhouse/contracts';

/** A place in words: `1st`, `2nd`, `3rd`, `11th` in English; the bare number elsewhere. */
export function placeText(place: number, locale: string): string {
  if (locale !== 'en') return String(place);
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
  return `${place}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(place)]}`;
}

/** Places that the uncertainty leaves open: `11–27`; null when there is but one, or none. */
export function openPlaces({ rankBest, rankWorst }: Pick<RankingRow, 'rankBest' | 'rankWorst'>): string | null {
  if (rankBest === null || rankWorst === null || rankBest === rankWorst) return null;
  return `${rankBest}–${rankWorst}`;
}

/** The rows of these outlets, in the outlets' order; an outlet that the edition does not hold has none. */
export function rowsOf(rows: readonly RankingRow[], outlets: readonly { id: string }[]): RankingRow[] {
  return outlets.flatMap(({ id }) => rows.filter((row) => row.outletId === id));
}

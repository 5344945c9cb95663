import type { RankingRow } from '@wheelhouse/contracts';
import { csvOf, type CsvColumns } from '@wheelhouse/kernel';

/** Column code → value. Codes are stable: programs read them. */
const COLUMNS: CsvColumns<RankingRow> = {
  outlet_id: (row) => row.outletId,
  outlet_code: (row) => row.code,
  outlet_name_en: (row) => row.name.en,
  outlet_name_zh: (row) => row.name.zh,
  region_name_en: (row) => row.regionName?.en ?? null,
  region_name_zh: (row) => row.regionName?.zh ?? null,
  org_unit_name_en: (row) => row.orgUnitName.en,
  org_unit_name_zh: (row) => row.orgUnitName.zh,
  peer_group_name_en: (row) => row.peerGroupName?.en ?? null,
  peer_group_name_zh: (row) => row.peerGroupName?.zh ?? null,
  listing: (row) => row.listing,
  apart_reason: (row) => row.apartReason,
  rank: (row) => row.rank,
  rank_best: (row) => row.rankBest,
  rank_worst: (row) => row.rankWorst,
  peers: (row) => row.peers,
  percentile: (row) => figure(row.percentile),
  score: (row) => figure(row.score),
  estimate: (row) => figure(row.estimate),
  low: (row) => figure(row.low),
  high: (row) => figure(row.high),
  n: (row) => row.n,
  rank_change: (row) => row.rankChange,
  change: (row) => figure(row.change),
  beyond_noise: (row) => (row.change === null ? null : row.beyondNoise ? 1 : 0),
  coverage: (row) => figure(row.coverage),
  self_check_score: (row) => sourceScore(row, 'self_check'),
  audit_score: (row) => sourceScore(row, 'audit'),
  mystery_shop_score: (row) => sourceScore(row, 'mystery_shop'),
  red_lines: (row) => row.redLines.join(' '),
  findings: (row) => row.findings,
  weeks_since_visit: (row) => row.weeksSinceVisit,
};

/** The ranked table as a spreadsheet reads it. */
export function csvOfRows(rows: readonly RankingRow[]): string {
  return csvOf(COLUMNS, rows);
}

/** Four decimals are more than any screen shows. */
function figure(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}

function sourceScore(row: RankingRow, source: RankingRow['sources'][number]['source']): number | null {
  return figure(row.sources.find((one) => one.source === source)?.score ?? null);
}

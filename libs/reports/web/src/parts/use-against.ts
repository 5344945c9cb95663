import type { Mover, ReportResponse } from '@wheelhouse/contracts';
import { useApi } from '@wheelhouse/web-core';
import { useMemo } from 'react';
import { compared } from './table-rows.js';
import { useEditionTable, type RankingState } from './use-ranking.js';

const MOST = 10;

/** The edition that the address compares with, and who moved since beyond noise. */
export function useAgainst(report: ReportResponse, state: RankingState) {
  const { compare } = state.filters;
  const asked = useApi<ReportResponse>(compare ? `/reports/${compare}` : null);
  const against = (compare && asked.data) || null;
  const now = useEditionTable(against ? report.id : null).data;
  const then = useEditionTable(against ? against.id : null).data;
  const movers = useMemo(() => {
    if (!against || !now || !then) return null;
    const moved = compared(now.rows, then.rows)
      .filter((row) => row.beyondNoise)
      .map(({ outletId, name, change, score, n }): Mover => ({
        outletId,
        name,
        change: change ?? 0,
        score: score ?? 0,
        n,
      }));
    const pick = (sign: 1 | -1) =>
      moved
        .filter(({ change }) => change * sign > 0)
        .sort((a, b) => sign * (b.change - a.change))
        .slice(0, MOST);
    return { up: pick(1), down: pick(-1) };
  }, [against, now, then]);
  return { against, movers, failed: Boolean(compare && asked.error) };
}

import type { RankingRow, ReportResponse, ReportSummary } from '@wheelhouse/contracts';
import type { EditionRecord } from './editions.repository.js';

/** An edition as a reader gets it, with the other editions of its period and audience. */
export function presentEdition(edition: EditionRecord, editions: ReportResponse['editions']): ReportResponse {
  const { head, visits, pareto, movers, units, peerGroups, method } = edition.body;
  const others = editions.filter(({ id }) => id !== edition.id);
  return { ...presentSummary(edition), head, visits, pareto, movers, units, peerGroups, method, editions: others };
}

/** One line of the list. */
export function presentSummary(edition: ReportSummary): ReportSummary {
  const { id, period, periodStart, periodEnd, audienceKind, audienceId, audienceName, number, madeAt, score } = edition;
  return { id, period, periodStart, periodEnd, audienceKind, audienceId, audienceName, number, madeAt, score };
}

/** A row without what only the next edition needs. */
export function presentRow({ comparedWith: _, ...row }: RankingRow & { comparedWith: string | null }): RankingRow {
  return row;
}

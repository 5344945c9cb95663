import type { ReportResponse, VisitProposal } from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';
import { withQuery } from '@wheelhouse/web-core';

type Reason = VisitProposal['reasons'][number];
type Period = Pick<ReportResponse, 'periodStart' | 'periodEnd'>;

/** Weeks that the Pareto counts, and weeks in which repeated failures are looked for. */
const PARETO_WEEKS = 4;
const REPEAT_WEEKS = 13;

const weeksBack = (start: string, weeks: number) => addDays(start, -7 * (weeks - 1));

export interface FindingsQuery {
  outletId?: string;
  itemId?: string;
  orgUnitId?: string;
  from?: string;
  to?: string;
}

/** The list of findings, narrowed. */
export const findingsPath = (query: FindingsQuery): string => withQuery('/findings', { ...query });

/** The findings that a bar of the Pareto counts: one item, four weeks, the audience's outlets. */
export function paretoPath(report: ReportResponse, itemId: string, outletId?: string): string {
  return findingsPath({
    itemId,
    outletId,
    orgUnitId: !outletId && report.audienceKind === 'org_unit' ? report.audienceId : undefined,
    from: weeksBack(report.periodStart, PARETO_WEEKS),
    to: report.periodEnd,
  });
}

/** The findings of an outlet's audits in the report's week. */
export const weekFindingsPath = ({ periodStart, periodEnd }: Period, outletId: string): string =>
  findingsPath({ outletId, from: periodStart, to: periodEnd });

/**
 * Where a reason for a visit is proved: its findings, its audits, or the outlet's own row of the ranking, which says
 * what its figures are made of (`row`).
 */
export function evidenceOf(report: ReportResponse, outletId: string, { reason, params }: Reason): string | 'row' {
  const { periodStart, periodEnd, method } = report;
  switch (reason) {
    case 'red_line': {
      const items = String(params['items']).split(', ');
      const weeks = Math.max(1, ...method.scheme.sources.map((one) => one.windowWeeks));
      const itemId = items.length === 1 ? items[0] : undefined;
      return findingsPath({ outletId, itemId, from: weeksBack(periodStart, weeks), to: periodEnd });
    }
    case 'repeat_findings':
      return findingsPath({ outletId, from: weeksBack(periodStart, REPEAT_WEEKS), to: periodEnd });
    case 'no_visit':
      return withQuery('/audits', { outletId });
    default:
      return 'row';
  }
}

import type { RankingRow, ReportResponse, TableRow } from '@wheelhouse/contracts';
import { Skeleton } from '@wheelhouse/ui';
import { QueryState, useApi } from '@wheelhouse/web-core';
import { RowDetail } from './row-detail.js';

/** What stands behind a row: fetched when it is opened. */
export function RowBehind({ row, report }: { row: TableRow; report: ReportResponse }) {
  const full = useApi<RankingRow>(`/reports/${report.id}/rows/${row.outletId}`);
  return (
    <QueryState query={full} skeleton={<Skeleton height={180} />}>
      {(data) => <RowDetail row={data} report={report} />}
    </QueryState>
  );
}

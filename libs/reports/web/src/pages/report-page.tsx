import type { ReportResponse } from '@wheelhouse/contracts';
import { QueryState, useApi } from '@wheelhouse/web-core';
import { useParams } from 'react-router';
import { ReportView } from '../parts/report-view.js';

/** One edition by its id. */
export function ReportPage() {
  const { id } = useParams();
  const report = useApi<ReportResponse>(`/reports/${id}`);
  return <QueryState query={report}>{(data) => <ReportView key={data.id} report={data} />}</QueryState>;
}

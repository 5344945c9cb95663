import type { MyRankingResponse, ReportResponse } from '@wheelhouse/contracts';
import { SkeletonPage } from '@wheelhouse/ui';
import { ApiProblem, QueryState, useApi, useSession } from '@wheelhouse/web-core';
import { lazy, Suspense } from 'react';
import '../reports.css';
import { Mine } from '../parts/mine.js';
import { ReportView } from '../parts/report-view.js';

const NoReport = lazy(() => import('../parts/no-report.js').then((m) => ({ default: m.NoReport })));

/** The newest edition that I may read; for those who answer for outlets only, how these stand. */
export function LatestReportPage() {
  const { grants } = useSession();
  const reads = grants.some((grant) => grant.scopeKind === 'tenant' || grant.scopeKind === 'org_unit');
  const latest = useApi<ReportResponse>(reads ? '/reports/latest' : null);
  const none = latest.error instanceof ApiProblem && latest.error.status === 404;
  if (!reads || none) return <MyOutlets />;
  return <QueryState query={latest}>{(report) => <ReportView key={report.id} report={report} />}</QueryState>;
}

/** Also for a supervisor of an area, which has no edition of its own. */
function MyOutlets() {
  const mine = useApi<MyRankingResponse>('/reports/mine');
  return (
    <QueryState query={mine}>
      {(data) =>
        data.period === null ? (
          <Suspense fallback={<SkeletonPage />}>
            <NoReport />
          </Suspense>
        ) : (
          <Mine mine={data} />
        )
      }
    </QueryState>
  );
}

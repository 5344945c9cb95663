import type { ReportResponse } from '@wheelhouse/contracts';
import { Section, SkeletonFigures, SkeletonRows } from '@wheelhouse/ui';
import { ApiProblem, Failed, useApi } from '@wheelhouse/web-core';
import { AreaSection } from './area-section.js';
import { ReportSection } from './report-section.js';

/** The newest report of the reader's region; for whom none is made, the own outlets. */
export function ReportHome() {
  const latest = useApi<ReportResponse>('/reports/latest');
  if (latest.error instanceof ApiProblem && latest.error.status === 404) return <AreaSection />;
  if (latest.error) return <Failed error={latest.error} onRetry={() => void latest.refetch()} />;
  if (latest.isPending)
    return (
      <Section>
        <SkeletonFigures count={2} />
        <SkeletonRows rows={4} />
      </Section>
    );
  return <ReportSection report={latest.data} />;
}

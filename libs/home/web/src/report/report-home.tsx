import type { Page, ReportResponse, ReportSummary } from '@wheelhouse/contracts';
import { NativeSelect, Section, SkeletonFigures, SkeletonRows } from '@wheelhouse/ui';
import { ApiProblem, Failed, useApi, useFilters, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { AreaSection } from './area-section.js';
import { ReportSection } from './report-section.js';
import { reportTexts } from './report.texts.js';

/** The newest report of the reader's region, or of the chosen one of several; for whom none is made, the own outlets. */
export function ReportHome() {
  const t = useT(reportTexts);
  const f = useFormat();
  const { grants } = useSession();
  const [{ region }, set] = useFilters({ region: '' });
  const latest = useApi<ReportResponse>('/reports/latest');
  const period = latest.data?.period;
  const week = useApi<Page<ReportSummary>>(period ? '/reports' : null, { period, limit: 200 });
  const editions = newestOfEach(week.data?.items ?? []);
  const chosen = editions.find(({ audienceId }) => audienceId === region)?.id;
  const other = chosen !== undefined && chosen !== latest.data?.id;
  const wanted = useApi<ReportResponse>(other ? `/reports/${chosen}` : null);
  const query = other ? wanted : latest;
  // Whoever may have a choice sees it come together with the report, so that nothing jumps.
  const choosing = grants.length > 1 && week.isPending;
  if (query.error instanceof ApiProblem && query.error.status === 404) return <AreaSection />;
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      {editions.length > 1 && (
        <NativeSelect
          aria-label={t('region')}
          value={region || (latest.data?.audienceId ?? '')}
          onChange={(event) => set({ region: event.target.value })}
          options={editions.map(({ audienceId, audienceName }) => ({ value: audienceId, label: f.text(audienceName) }))}
        />
      )}
      {query.data && !choosing ? (
        <ReportSection report={query.data} />
      ) : (
        <Section>
          <SkeletonFigures count={2} />
          <SkeletonRows rows={4} />
        </Section>
      )}
    </>
  );
}

/** The newest edition of each audience, as they come. */
function newestOfEach(editions: readonly ReportSummary[]): ReportSummary[] {
  const newest = new Map<string, ReportSummary>();
  for (const edition of editions)
    if ((newest.get(edition.audienceId)?.number ?? 0) < edition.number) newest.set(edition.audienceId, edition);
  return [...newest.values()];
}

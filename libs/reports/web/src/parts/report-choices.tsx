import type { ReportResponse, ReportSummary } from '@wheelhouse/contracts';
import { NativeSelect } from '@wheelhouse/ui';
import { useApiPages, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { useLocation, useNavigate } from 'react-router';
import { texts } from '../texts/report.texts.js';
import type { RankingState } from './use-ranking.js';

/**
 * Goes to the same week of another audience: the whole network or a region. Only where there are several to read; it has
 * its place before they are known, so that nothing moves when they come. `newest`: by audience, null until known.
 */
export function RegionPicker({
  report,
  newest,
}: {
  report: ReportResponse;
  newest: Map<string, ReportSummary> | null;
}) {
  const t = useT(texts);
  const f = useFormat();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { grants } = useSession();
  const areas = grants.filter(({ scopeKind }) => scopeKind === 'org_unit');
  const likely = areas.length > 1 || grants.some(({ scopeKind }) => scopeKind === 'tenant');
  const audiences = [...(newest?.values() ?? [report])].sort(
    (a, b) =>
      Number(b.audienceKind === 'tenant') - Number(a.audienceKind === 'tenant') ||
      f.text(a.audienceName).localeCompare(f.text(b.audienceName)),
  );
  if (newest ? audiences.length < 2 : !likely) return null;
  const kept = new URLSearchParams(search);
  for (const key of ['region', 'peer', 'open', 'compare']) kept.delete(key);
  return (
    <span className="rep-picker rep-picker--narrow">
      <NativeSelect
        aria-label={t('regions')}
        value={report.audienceId}
        onChange={(event) => {
          const edition = newest?.get(event.target.value);
          if (edition) void navigate({ pathname: `/reports/${edition.id}`, search: String(kept) });
        }}
        options={audiences.map((one) => ({
          value: one.audienceId,
          label: one.audienceKind === 'tenant' ? t('network') : f.text(one.audienceName),
        }))}
      />
    </span>
  );
}

/** Chooses the edition that changes are measured against; the week before unless chosen. Not for the first edition of all. */
export function ComparePicker({ report, state }: { report: ReportResponse; state: RankingState }) {
  const t = useT(texts);
  const f = useFormat();
  const { audienceKind, audienceId } = report;
  const list = useApiPages<ReportSummary>('/reports', { audienceKind, audienceId, limit: 60 });
  const earlier = (list.rows ?? []).filter(
    (one) => one.id !== report.id && (one.periodStart < report.periodStart || one.period === report.period),
  );
  const newestOf = new Map<string, ReportSummary>();
  for (const one of earlier) {
    const known = newestOf.get(one.period);
    if (one.period === report.period) newestOf.set(one.id, one);
    else if (!known || known.number < one.number) newestOf.set(one.period, one);
  }
  const options = [...newestOf.values()].sort(
    (a, b) => b.periodStart.localeCompare(a.periodStart) || b.number - a.number,
  );
  if (list.rows && options.length === 0) return null;
  return (
    <span className="rep-picker rep-picker--narrow">
      <NativeSelect
        aria-label={t('compare.label')}
        value={state.filters.compare}
        onChange={(event) => state.set({ compare: event.target.value })}
        placeholder={t('compare.before')}
        options={options.map((one) => ({
          value: one.id,
          label: t('compare.with', {
            week:
              one.period === report.period
                ? t('editionOf', { week: f.week(one.period), number: one.number })
                : f.week(one.period),
          }),
        }))}
      />
    </span>
  );
}

import type { ReportResponse, ReportSummary } from '@wheelhouse/contracts';
import { NativeSelect } from '@wheelhouse/ui';
import { useApiPages, useFormat, useT } from '@wheelhouse/web-core';
import { useLocation, useNavigate } from 'react-router';
import { texts } from '../texts/report.texts.js';

const MORE = 'more';

/** Goes to another week or edition of the same audience; filters stay. */
export function EditionPicker({ report }: { report: ReportResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { audienceKind, audienceId } = report;
  const list = useApiPages<ReportSummary>('/reports', { audienceKind, audienceId, limit: 60 });
  const known = list.rows ?? [];
  const all = known.some((one) => one.id === report.id) ? known : [report, ...known];
  const sorted = [...all].sort((a, b) => b.periodStart.localeCompare(a.periodStart) || b.number - a.number);
  const several = new Set(
    sorted.filter((one, i) => sorted.findIndex((other) => other.period === one.period) !== i).map((one) => one.period),
  );
  const label = (one: ReportSummary) => {
    const week = f.week(one.period, one.periodStart, one.periodEnd);
    const name = several.has(one.period) ? t('editionOf', { week, number: one.number }) : week;
    return `${name} · ${f.score(one.score)}`;
  };
  return (
    <NativeSelect
      aria-label={t('older')}
      value={report.id}
      onChange={(event) => {
        if (event.target.value === MORE) list.more();
        else void navigate({ pathname: `/reports/${event.target.value}`, search });
      }}
      options={[
        ...sorted.map((one) => ({ value: one.id, label: label(one) })),
        ...(list.hasNextPage ? [{ value: MORE, label: t('moreWeeks') }] : []),
      ]}
    />
  );
}

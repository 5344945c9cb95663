import type { ReportResponse } from '@wheelhouse/contracts';
import { useFormat, useSession, useT } from '@wheelhouse/web-core';
import { texts } from '../texts/report.texts.js';

/** What stands on top of a printed report and nowhere else: whose it is, of which week, in which edition. */
export function PaperHead({ report }: { report: ReportResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const { tenant } = useSession();
  return (
    <div className="rep-paper" aria-hidden="true">
      <strong>{tenant ? f.text(tenant.name) : ''}</strong>
      <span>{t('title')}</span>
      <span>{f.week(report.period, report.periodStart, report.periodEnd)}</span>
      <span>{t('paperEdition', { number: report.number, made: f.dateTime(report.madeAt) })}</span>
    </div>
  );
}

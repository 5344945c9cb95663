import type { Page as ApiPage, ReportResponse, ReportSummary } from '@wheelhouse/contracts';
import { Button, Notice, Page, PageHeader, useIsPhone } from '@wheelhouse/ui';
import { useApi, useFormat, useT, withQuery } from '@wheelhouse/web-core';
import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'react-router';
import '../reports.css';
import { texts } from '../texts/report.texts.js';
import { EditionPicker } from './edition-picker.js';
import { ItemNames } from './item-names.js';
import { MakeEdition } from './make-edition.js';
import { Method } from './method.js';
import { Movers } from './movers.js';
import { Pareto } from './pareto.js';
import { Ranking } from './ranking.js';
import { ReportHead } from './report-head.js';
import { UnitsTable } from './units-table.js';
import { useRankingFilters } from './use-ranking.js';
import { VisitList } from './visit-list.js';

/** One edition: the answer first, the evidence second, the method last. */
export function ReportView({ report }: { report: ReportResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const phone = useIsPhone();
  const state = useRankingFilters(report);
  const [printing, setPrinting] = useState(false);
  const print = useCallback(() => {
    window.print();
    flushSync(() => setPrinting(false));
  }, []);
  const week = useApi<ApiPage<ReportSummary>>('/reports', { period: report.period, limit: 200 });
  const newest = useMemo(() => newestByAudience(week.data?.items ?? []), [week.data]);
  const whole =
    report.audienceKind === 'tenant' ? undefined : [...newest.values()].find((one) => one.audienceKind === 'tenant');
  const newer = report.editions.find((edition) => edition.number > report.number);
  const { show, ...csv } = { ...state.query, show: state.filters.show };
  const csvPath = `/api/v1${withQuery(`/reports/${report.id}/rows.csv`, { ...csv, listing: show, sort: state.sort, direction: state.direction })}`;
  return (
    <ItemNames report={report}>
      <Page>
        <PageHeader
          title={f.text(report.audienceName)}
          back={whole && { to: `/reports/${whole.id}`, label: t('network') }}
          lead={t('lead', {
            week: f.week(report.period, report.periodStart, report.periodEnd),
            number: report.number,
            made: f.dateTime(report.madeAt),
          })}
          actions={
            <>
              <span className="rep-picker">
                <EditionPicker report={report} />
              </span>
              <a
                className="wh-button wh-button--secondary"
                href={csvPath}
                download={`ranking-${report.period}.csv`}
                title={t('csvFull')}
              >
                {t('csv')}
              </a>
              {!phone && (
                <Button busy={printing} onClick={() => setPrinting(true)}>
                  {t('print')}
                </Button>
              )}
              <MakeEdition />
            </>
          }
        />
        {newer && (
          <Notice tone="watch">
            {t('superseded')} <Link to={`/reports/${newer.id}`}>{t('openNewest', { number: newer.number })}</Link>
          </Notice>
        )}
        <ReportHead head={report.head} />
        <div className="rep-answers">
          <VisitList visits={report.visits} />
          <div className="wh-stack">
            <Pareto rows={report.pareto} />
            <Movers movers={report.movers} />
          </div>
        </div>
        <UnitsTable report={report} state={state} editionOf={(unitId) => newest.get(unitId)?.id} />
        <Ranking report={report} state={state} printing={printing} onReady={print} />
        <Method report={report} />
        <Jump />
      </Page>
    </ItemNames>
  );
}

/** The newest edition of each audience among the editions of one week. */
function newestByAudience(editions: ReportSummary[]): Map<string, ReportSummary> {
  const newest = new Map<string, ReportSummary>();
  for (const edition of editions)
    if ((newest.get(edition.audienceId)?.number ?? 0) < edition.number) newest.set(edition.audienceId, edition);
  return newest;
}

/** On a phone: the parts of the report within the thumb's reach. */
function Jump() {
  const t = useT(texts);
  return (
    <nav className="rep-jump" aria-label={t('jump.label')}>
      {(['head', 'visit', 'pareto', 'ranking'] as const).map((part) => (
        <button
          key={part}
          type="button"
          onClick={() => document.getElementById(part)?.scrollIntoView({ behavior: 'smooth', block: 'start' })}
        >
          {t(`jump.${part}`)}
        </button>
      ))}
    </nav>
  );
}

import type { Page as ApiPage, ReportResponse, ReportSummary } from '@wheelhouse/contracts';
import { Button, Notice, Page, PageHeader, useIsPhone } from '@wheelhouse/ui';
import { useApi, useBelowFold, useFormat, useT, withQuery } from '@wheelhouse/web-core';
import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'react-router';
import '../reports.css';
import { texts } from '../texts/report.texts.js';
import { EditionPicker } from './edition-picker.js';
import { ItemNames } from './item-names.js';
import { Jump } from './jump.js';
import { MakeEdition } from './make-edition.js';
import { Method } from './method.js';
import { Movers } from './movers.js';
import { Pareto } from './pareto.js';
import { PaperHead } from './paper-head.js';
import { Ranking } from './ranking.js';
import { ComparePicker, RegionPicker } from './report-choices.js';
import { ReportHead } from './report-head.js';
import { UnitsTable } from './units-table.js';
import { useAgainst } from './use-against.js';
import { useRankingFilters, type RankingState } from './use-ranking.js';
import { VisitList } from './visit-list.js';
import { WeeksChart } from './weeks-chart.js';

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
  const newest = useMemo(() => week.data && newestByAudience(week.data.items), [week.data]);
  const newer = report.editions.find((edition) => edition.number > report.number);
  const { against, failed, movers } = useAgainst(report, state);
  const since = against ? f.week(against.period) : undefined;
  // The answers first, the evidence right after.
  const evidence = useBelowFold();
  return (
    <ItemNames report={report}>
      <Page>
        <PaperHead report={report} />
        <PageHeader
          title={f.text(report.audienceName)}
          lead={t('lead', {
            week: f.week(report.period, report.periodStart, report.periodEnd),
            number: report.number,
            made: f.dateTime(report.madeAt),
          })}
          actions={
            <Actions
              report={report}
              state={state}
              newest={newest ?? null}
              printing={printing}
              onPrint={() => setPrinting(true)}
            />
          }
        />
        {newer && (
          <Notice tone="watch">
            {t('superseded')} <Link to={`/reports/${newer.id}`}>{t('openNewest', { number: newer.number })}</Link>
          </Notice>
        )}
        {failed && <Notice tone="bad">{t('compare.failed')}</Notice>}
        <ReportHead head={report.head} against={against?.head ?? null} />
        <div className="rep-answers">
          <VisitList report={report} state={state} />
          {phone && (
            <div className="wh-card rep-pad">
              <WeeksChart points={report.head.trend} />
            </div>
          )}
          <div className="wh-stack">
            <Pareto report={report} />
            <Movers movers={movers ?? report.movers} since={since} />
          </div>
        </div>
        {evidence && (
          <>
            <UnitsTable report={report} state={state} editionOf={(unitId) => newest?.get(unitId)?.id} />
            <Ranking report={report} against={against} state={state} printing={printing} onReady={print} />
            <Method report={report} />
            <Jump />
          </>
        )}
      </Page>
    </ItemNames>
  );
}

interface ActionsProps {
  report: ReportResponse;
  state: RankingState;
  newest: Map<string, ReportSummary> | null;
  printing: boolean;
  onPrint: () => void;
}

/** Which edition, against which, and on which medium. */
function Actions({ report, state, newest, printing, onPrint }: ActionsProps) {
  const t = useT(texts);
  const phone = useIsPhone();
  const { query, filters, sort, direction } = state;
  const csvPath = `/api/v1${withQuery(`/reports/${report.id}/rows.csv`, {
    ...query,
    listing: filters.show,
    sort: sort === 'estimate' ? 'rank' : sort,
    direction,
  })}`;
  return (
    <>
      <RegionPicker report={report} newest={newest ?? null} />
      <span className="rep-picker">
        <EditionPicker report={report} />
      </span>
      <ComparePicker report={report} state={state} />
      <a
        className="wh-button wh-button--secondary"
        href={csvPath}
        download={`ranking-${report.period}.csv`}
        title={t('csvFull')}
      >
        {t('csv')}
      </a>
      {!phone && (
        <Button busy={printing} onClick={onPrint}>
          {t('print')}
        </Button>
      )}
      <MakeEdition />
    </>
  );
}

/** The newest edition of each audience among the editions of one week. */
function newestByAudience(editions: ReportSummary[]): Map<string, ReportSummary> {
  const newest = new Map<string, ReportSummary>();
  for (const edition of editions)
    if ((newest.get(edition.audienceId)?.number ?? 0) < edition.number) newest.set(edition.audienceId, edition);
  return newest;
}

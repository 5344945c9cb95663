import type { ReportResponse } from '@wheelhouse/contracts';
import { Button, EmptyState, Notice, Section, SkeletonRows, useIsPhone } from '@wheelhouse/ui';
import { Failed, useFormat, useT } from '@wheelhouse/web-core';
import { SavedViews } from '@wheelhouse/web-core/saved-views';
import { useCallback, useEffect, useRef } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { ApartList } from './apart-list.js';
import { ColumnHelp } from './column-help.js';
import { RankingFilterBar } from './ranking-filters.js';
import { RankingList } from './ranking-list.js';
import { RankingTable, type RowsHandle } from './ranking-table.js';
import { useGoToOutlet } from './use-go-to-outlet.js';
import { useOnPaper } from './use-on-paper.js';
import { NO_FILTER, useEditionTable, useRankedRows, type RankingState } from './use-ranking.js';

/** Rows that fit on paper without becoming a book. */
const MOST_ON_PAPER = 1_000;

export interface RankingProps {
  report: ReportResponse;
  /** The edition that movement is measured against; null for the week before. */
  against: ReportResponse | null;
  state: RankingState;
  /** The table is wanted for paper. */
  printing: boolean;
  onReady: () => void;
}

/** The ranked table with its filters, and below it who is listed apart, and why. */
export function Ranking({ report, against, state, printing, onReady }: RankingProps) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const phone = useIsPhone();
  const paper = useOnPaper() || printing;
  const table = useEditionTable(report.id);
  const before = useEditionTable(against?.id ?? null);
  const ranked = useRankedRows(table.data, before.data, state);
  const handle = useRef<RowsHandle>(null);
  const { set, filters } = state;
  const toggle = useCallback((id: string) => set({ open: filters.open === id ? '' : id }), [set, filters.open]);
  useGoToOutlet({ ranked, state, handle });
  const ready = ranked !== null || Boolean(table.error);
  useEffect(() => {
    if (printing && ready) onReady();
  }, [printing, ready, onReady]);

  const group = report.peerGroups.find((one) => one.id === state.peer);
  const View = phone ? RankingList : RankingTable;
  const all = ranked?.lists.ranked ?? [];
  const rows = paper ? all.slice(0, MOST_ON_PAPER) : all;
  return (
    <div id="ranking" className="wh-stack">
      <Section
        flush
        title={t('title')}
        lead={`${state.peer === 'all' ? t('leadAll') : t('lead')} ${against ? t('against', { week: f.week(against.period) }) : ''}`}
        actions={<SavedViews page="reports" />}
      >
        <RankingFilterBar report={report} state={state} ranked={ranked} />
        {group && !group.distinguishable && (
          <div className="rep-pad">
            <Notice tone="watch">{t('indistinct')}</Notice>
          </div>
        )}
        {state.shows('ranked') &&
          (table.error ? (
            <Failed error={table.error} onRetry={() => void table.refetch()} />
          ) : !ranked ? (
            <SkeletonRows rows={8} />
          ) : all.length === 0 ? (
            <Nothing state={state} listed={report.head.outlets > 0} />
          ) : (
            <>
              <View
                rows={rows}
                ranked={ranked}
                report={report}
                state={state}
                onToggle={toggle}
                printing={paper}
                handle={handle}
              />
              <p className="rep-foot">
                {paper && all.length > rows.length
                  ? t('printed', { count: rows.length, all: all.length })
                  : t('loaded', { count: all.length })}
              </p>
              {phone && <ColumnHelp scale={ranked.scale} />}
            </>
          ))}
      </Section>
      {ranked &&
        (['failed_red_line', 'apart'] as const).map((listing) => (
          <ApartList
            key={listing}
            report={report}
            state={state}
            listing={listing}
            rows={ranked.lists[listing].slice(0, paper ? MOST_ON_PAPER : undefined)}
            onToggle={toggle}
            printing={paper}
          />
        ))}
    </div>
  );
}

/** No row: because of the filters, or because nobody has enough audits yet. */
function Nothing({ state, listed }: { state: RankingState; listed: boolean }) {
  const t = useT(rankingTexts);
  return (
    <EmptyState
      icon={state.changed ? 'search' : 'chart'}
      title={state.changed ? t('empty') : t('nobody')}
      text={!state.changed && listed ? t('nobodyText') : undefined}
      action={state.changed && <Button onClick={() => state.set(NO_FILTER)}>{t('filters.clear')}</Button>}
    />
  );
}

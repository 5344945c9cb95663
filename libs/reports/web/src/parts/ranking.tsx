import type { ReportResponse } from '@wheelhouse/contracts';
import { Button, EmptyState, Notice, Section, SkeletonRows, useIsPhone } from '@wheelhouse/ui';
import { Failed, useT } from '@wheelhouse/web-core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { ApartList } from './apart-list.js';
import { ColumnHelp } from './column-help.js';
import { RankingFilterBar } from './ranking-filters.js';
import { RankingList } from './ranking-list.js';
import { RankingTable } from './ranking-table.js';
import { useOnPaper } from './use-on-paper.js';
import { useRankedRows, useScale, type RankingState } from './use-ranking.js';

export interface RankingProps {
  report: ReportResponse;
  state: RankingState;
  /** All rows are wanted, for paper. */
  printing: boolean;
  onReady: () => void;
}

/** The ranked table with its filters, and below it who is listed apart, and why. */
export function Ranking({ report, state, printing, onReady }: RankingProps) {
  const t = useT(rankingTexts);
  const phone = useIsPhone();
  const paper = useOnPaper();
  const scale = useScale(report.id, state);
  const list = useRankedRows(report.id, state);
  const [open, setOpen] = useState<string | null>(null);
  const toggle = useRef((id: string) => setOpen((now) => (now === id ? null : id))).current;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isPending } = list;

  useEffect(() => {
    if (!printing || isFetchingNextPage || (isPending && state.shows('ranked'))) return;
    if (hasNextPage) void fetchNextPage();
    else onReady();
  }, [printing, hasNextPage, isFetchingNextPage, fetchNextPage, isPending, onReady, state]);

  const group = report.peerGroups.find((one) => one.id === state.peer);
  const View = phone ? RankingList : RankingTable;
  const pages = useMemo(() => list.data?.pages.map((page) => page.items) ?? [], [list.data]);
  return (
    <div id="ranking" className="wh-stack">
      <Section flush title={t('title')} lead={state.peer === 'all' ? t('leadAll') : t('lead')}>
        <RankingFilterBar report={report} state={state} />
        {group && !group.distinguishable && (
          <div className="rep-pad">
            <Notice tone="watch">{t('indistinct')}</Notice>
          </div>
        )}
        {state.shows('ranked') && (
          <>
            {list.error ? (
              <Failed error={list.error} onRetry={() => void list.refetch()} />
            ) : isPending ? (
              <SkeletonRows rows={8} />
            ) : list.rows?.length === 0 ? (
              <EmptyState
                icon="search"
                title={t('empty')}
                action={
                  state.changed && (
                    <Button onClick={() => state.set({ peer: '', region: '', show: '', q: '', sort: 'rank', dir: '' })}>
                      {t('filters.clear')}
                    </Button>
                  )
                }
              />
            ) : (
              <div className={list.isPlaceholderData ? 'is-stale' : undefined}>
                <View
                  pages={pages}
                  report={report}
                  state={state}
                  scale={scale}
                  open={open}
                  onToggle={toggle}
                  printing={printing || paper}
                />
                <More
                  shown={list.rows?.length ?? 0}
                  hasMore={hasNextPage}
                  busy={isFetchingNextPage}
                  onMore={() => void fetchNextPage()}
                />
                {phone && <ColumnHelp scale={scale} />}
              </div>
            )}
          </>
        )}
      </Section>
      <ApartList report={report} state={state} listing="failed_red_line" />
      <ApartList report={report} state={state} listing="apart" />
    </div>
  );
}

/** How many rows are there; the next page comes by itself when the end comes near, or on request. */
function More({
  shown,
  hasMore,
  busy,
  onMore,
}: {
  shown: number;
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}) {
  const t = useT(rankingTexts);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || !hasMore || busy) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), { rootMargin: '300px' });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [hasMore, busy, onMore]);
  return (
    <div ref={end} className="rep-more">
      <span className="wh-small wh-muted">{t('loaded', { count: shown })}</span>
      {hasMore && (
        <Button busy={busy} onClick={onMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

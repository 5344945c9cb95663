import type { ReportResponse } from '@wheelhouse/contracts';
import { Button, NativeSelect, SearchInput, useIsPhone } from '@wheelhouse/ui';
import { useDebounced, useFormat, useT } from '@wheelhouse/web-core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { NO_FILTER, ROW_SORTS, useFilterChoices, type RankedRows, type RankingState } from './use-ranking.js';

const ColumnsDialog = lazy(() => import('./columns-dialog.js').then((m) => ({ default: m.ColumnsDialog })));
const LISTINGS = ['ranked', 'failed_red_line', 'apart'] as const;

export interface RankingFilterBarProps {
  report: ReportResponse;
  state: RankingState;
  ranked: RankedRows | null;
}

/** Peer group, region, listing, search, order and columns; all of it stands in the address. */
export function RankingFilterBar({ report, state, ranked }: RankingFilterBarProps) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const phone = useIsPhone();
  const { filters, set, peer, changed } = state;
  const { groups, units } = useFilterChoices(report);
  const [typed, type] = useState(filters.q);
  const [choosing, choose] = useState(false);
  const q = useDebounced(typed.trim(), 120);
  const { q: known } = filters;
  useEffect(() => {
    if (q !== known && q === typed.trim()) set({ q });
  }, [q, known, typed, set]);
  const found = ranked && [...ranked.lists.ranked, ...ranked.lists.failed_red_line, ...ranked.lists.apart][0];
  /** The first that was found, at its place among all. */
  const goTo = () => {
    if (!found || known !== typed.trim() || !known) return;
    type('');
    set({ q: '', show: '', open: found.outletId, ...(filters.peer === '' && { peer: found.peerGroupId ?? 'all' }) });
  };
  return (
    <>
      <form
        className="rep-filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          goTo();
        }}
      >
        <NativeSelect
          aria-label={t('filters.peer')}
          value={peer}
          onChange={(event) => set({ peer: event.target.value })}
          options={[
            ...groups.map((group) => ({
              value: group.id,
              label:
                group.ranked === null
                  ? f.text(group.name)
                  : t('filters.peerRanked', { name: f.text(group.name), count: group.ranked }),
            })),
            { value: 'all', label: t('filters.allPeers') },
          ]}
        />
        {units.length > 0 && (
          <NativeSelect
            aria-label={t('filters.region')}
            value={filters.region}
            onChange={(event) => set({ region: event.target.value })}
            placeholder={t('filters.allRegions')}
            options={units.map((unit) => ({
              value: unit.id,
              label: `${'\u2003'.repeat(unit.indent)}${f.text(unit.name)}`,
            }))}
          />
        )}
        <NativeSelect
          aria-label={t('filters.show')}
          value={filters.show}
          onChange={(event) => set({ show: event.target.value })}
          placeholder={t('filters.everything')}
          options={LISTINGS.map((listing) => ({ value: listing, label: t(`listing.${listing}`) }))}
        />
        {phone && (
          <NativeSelect
            aria-label={t('filters.sort')}
            value={state.sort}
            onChange={(event) => set({ sort: event.target.value, dir: '' })}
            options={ROW_SORTS.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
          />
        )}
        <SearchInput label={t('filters.q')} value={typed} onChange={(event) => type(event.target.value)} />
        {!phone && (
          <Button icon="settings" onClick={() => choose(true)}>
            {t('view.button')}
          </Button>
        )}
      </form>
      {(changed || known) && (
        <div className="rep-chosen">
          <span className="wh-small wh-muted" role="status">
            {ranked && t('found', { count: countOf(ranked, state) })}
          </span>
          {known && found && (
            <Button variant="quiet" onClick={goTo}>
              {t('filters.goTo', { name: f.text(found.name) })}
            </Button>
          )}
          <Button
            variant="quiet"
            onClick={() => {
              type('');
              set(NO_FILTER);
            }}
          >
            {t('filters.clear')}
          </Button>
        </div>
      )}
      {choosing && (
        <Suspense>
          <ColumnsDialog state={state} onClose={() => choose(false)} />
        </Suspense>
      )}
    </>
  );
}

const countOf = ({ lists }: RankedRows, { shows }: RankingState) =>
  LISTINGS.reduce((sum, listing) => sum + (shows(listing) ? lists[listing].length : 0), 0);

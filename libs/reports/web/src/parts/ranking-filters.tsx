import type { ReportResponse } from '@wheelhouse/contracts';
import { Button, NativeSelect, SearchInput, useIsPhone } from '@wheelhouse/ui';
import { useDebounced, useFormat, useT } from '@wheelhouse/web-core';
import { useEffect, useState } from 'react';
import { rankingTexts } from '../texts/ranking.texts.js';
import { ROW_SORTS, useFilterChoices, type RankingState } from './use-ranking.js';

/** Peer group, region, listing, search and order; all of it stands in the address. */
export function RankingFilterBar({ report, state }: { report: ReportResponse; state: RankingState }) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const phone = useIsPhone();
  const { filters, set, peer, changed } = state;
  const { groups, units } = useFilterChoices(report);
  const [typed, type] = useState(filters.q);
  const q = useDebounced(typed.trim());
  const { q: known } = filters;
  useEffect(() => {
    if (q !== known && q === typed.trim()) set({ q });
  }, [q, known, typed, set]);
  const listings = ['ranked', 'failed_red_line', 'apart'] as const;
  return (
    <div className="rep-filters" role="search">
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
        options={listings.map((listing) => ({ value: listing, label: t(`listing.${listing}`) }))}
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
      {changed && (
        <Button
          variant="quiet"
          onClick={() => {
            type('');
            set({ peer: '', region: '', show: '', q: '', sort: 'rank', dir: '' });
          }}
        >
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
}

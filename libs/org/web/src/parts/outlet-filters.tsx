import { CITY_TIERS, OUTLET_SORTS, OUTLET_STATUSES, type PeerGroupResponse } from '@wheelhouse/contracts';
import { Button, NativeSelect, SearchInput } from '@wheelhouse/ui';
import { useApi, useFormat, useT } from '@wheelhouse/web-core';
import { SavedViews } from '@wheelhouse/web-core/pickers';
import { useState } from 'react';
import { networkTexts } from '../network.texts.js';
import { texts } from '../texts.js';
import { filtersOn, NO_FILTERS, sortOf, type NetworkFilters } from './network-filters.js';
import { useKinds } from './use-kinds.js';

/** Search, and what narrows the list; a phone shows the search and folds the rest. */
export function OutletFilters({
  filters,
  set,
}: {
  filters: NetworkFilters;
  set: (change: Partial<NetworkFilters>) => void;
}) {
  const t = useT(networkTexts);
  const to = useT(texts);
  const f = useFormat();
  const [unfolded, setUnfolded] = useState(false);
  const groups = useApi<PeerGroupResponse[]>('/peer-groups');
  const { kinds, nameOf } = useKinds();
  const count = filtersOn(filters);
  const { sort, direction } = sortOf(filters);
  const folded = filtersOn({ ...filters, q: '' });
  return (
    <div className="org-filters">
      <div className="org-filters__line">
        <span className="wh-grow">
          <SearchInput
            label={to('network.search')}
            value={filters.q}
            maxLength={100}
            onChange={(e) => set({ q: e.target.value })}
          />
        </span>
        <span className="org-filters__fold">
          <Button icon="filter" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {folded > 0 ? t('filtersOn', { count: folded }) : t('filters')}
          </Button>
        </span>
        <SavedViews page="network" />
      </div>
      <div className={unfolded ? 'org-filters__more org-filters__more--open' : 'org-filters__more'}>
        <NativeSelect
          aria-label={to('network.peerGroup')}
          value={filters.peers}
          placeholder={to('network.allPeers')}
          onChange={(e) => set({ peers: e.target.value })}
          options={(groups.data ?? []).map((group) => ({ value: group.id, label: f.text(group.name) }))}
        />
        <NativeSelect
          aria-label={t('tier')}
          value={filters.tier}
          placeholder={t('allTiers')}
          onChange={(e) => set({ tier: e.target.value })}
          options={CITY_TIERS.map((tier) => ({ value: tier, label: to(`tiers.${tier}`) }))}
        />
        {(kinds.length > 1 || filters.kind) && (
          <NativeSelect
            aria-label={t('kind')}
            value={filters.kind}
            placeholder={t('allKinds')}
            onChange={(e) => set({ kind: e.target.value })}
            options={kinds.map((kind) => ({ value: kind, label: nameOf(kind) }))}
          />
        )}
        <NativeSelect
          aria-label={t('status')}
          value={filters.status}
          onChange={(e) => set({ status: e.target.value })}
          options={OUTLET_STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
        />
        <span className="org-filters__sort">
          <NativeSelect
            aria-label={t('sort')}
            value={sort}
            onChange={(e) => set({ sort: e.target.value })}
            options={OUTLET_SORTS.map((column) => ({
              value: column,
              label: t('sortBy', { column: t(`sorts.${column}`) }),
            }))}
          />
          <Button
            icon={direction === 'asc' ? 'up' : 'down'}
            aria-label={`${t('reverse')} (${t(direction === 'asc' ? 'ascending' : 'descending')})`}
            onClick={() => set({ sort: direction === 'asc' ? `-${sort}` : sort })}
          />
        </span>
        {count > 0 && (
          <Button
            variant="quiet"
            icon="close"
            onClick={() => set({ ...NO_FILTERS, unit: filters.unit, sort: filters.sort })}
          >
            {t('clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

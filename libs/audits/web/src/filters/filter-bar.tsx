import { AUDIT_KINDS } from '@wheelhouse/contracts';
import { Button, FormField, Icon, NativeSelect, SearchInput, Segments, TextInput } from '@wheelhouse/ui';
import { localToday, useSession, useT } from '@wheelhouse/web-core';
import { OrgUnitSelect, OutletSelect, SavedViews } from '@wheelhouse/web-core/pickers';
import { useState, type ReactNode } from 'react';
import { listTexts } from '../lists.texts.js';
import { texts } from '../texts.js';
import { filtersOn, periodOf, PERIODS, sinceOf, type CommonFilters, type Period } from './list-filters.js';
import './filters.css';

interface Props<F extends CommonFilters> {
  /** The page’s word for its saved views. */
  page: string;
  filters: F;
  set: (change: Partial<CommonFilters>) => void;
  onClear: () => void;
  /** Where the list is as CSV, below the API; it has what the filters leave. */
  file: string;
  search?: { value: string; label: string; onChange: (q: string) => void };
  /** Further fields, after those that every list has. */
  children?: ReactNode;
}

/** What narrows a list: search and period at one tap, saved views, the rest in a grid that a phone folds away. */
export function FilterBar<F extends CommonFilters>({ page, filters, set, onClear, file, search, children }: Props<F>) {
  const t = useT(listTexts);
  const { tenant } = useSession();
  const [unfolded, unfold] = useState(false);
  const today = localToday(tenant?.timeZone);
  const on = filtersOn(filters);
  const choose = (period: Period) =>
    period !== 'own' && set({ from: period === 'allTime' ? '' : sinceOf(period, today), to: '' });
  const names = [...(Object.keys(PERIODS) as (keyof typeof PERIODS)[]), 'allTime' as const];
  const clear = on > 0 && (
    <Button variant="quiet" icon="close" onClick={onClear}>
      {t('clearFilters')}
    </Button>
  );
  return (
    <div className="wh-stack">
      <div className="au-filterbar">
        {search && (
          <span className="au-filterbar__search">
            <SearchInput
              label={search.label}
              value={search.value}
              maxLength={100}
              onChange={(e) => search.onChange(e.target.value)}
            />
          </span>
        )}
        <Segments<Period>
          label={t('period')}
          value={periodOf(filters, today)}
          onChange={choose}
          options={names.map((value) => ({ value, label: t(value) }))}
        />
        <span className="au-filterbar__fold">
          <Button icon="filter" aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
            {on > 0 ? t('filtersOn', { count: on }) : t('filters')}
          </Button>
        </span>
        <SavedViews page={page} />
        <a className="wh-button" href={`/api/v1${file}`} download={`${page}.csv`}>
          <Icon name="download" size={18} />
          {t('csv')}
        </a>
        <span className="au-filterbar__clear">{clear}</span>
      </div>
      <div className={unfolded ? 'au-filters' : 'au-filters au-filters--folded'}>
        <CommonFields filters={filters} set={set} />
        {children}
        <span className="au-filters__clear">{clear}</span>
      </div>
    </div>
  );
}

function CommonFields({ filters, set }: { filters: CommonFilters; set: (change: Partial<CommonFilters>) => void }) {
  const t = useT(listTexts);
  const tc = useT(texts);
  return (
    <>
      <FormField label={t('outlet')}>
        {(bind) => (
          <OutletSelect
            {...bind}
            aria-label={t('outlet')}
            allowClear
            placeholder={t('chooseOutlet')}
            value={filters.outletId || undefined}
            onChange={(id) => set({ outletId: id ?? '' })}
          />
        )}
      </FormField>
      <FormField label={t('orgUnit')}>
        {(bind) => (
          <OrgUnitSelect
            {...bind}
            aria-label={t('orgUnit')}
            allowClear
            placeholder={tc('all')}
            value={filters.orgUnitId || undefined}
            onChange={(id) => set({ orgUnitId: id ?? '' })}
          />
        )}
      </FormField>
      <FormField label={t('kind')}>
        {(bind) => (
          <NativeSelect
            {...bind}
            value={filters.kind}
            placeholder={tc('all')}
            onChange={(e) => set({ kind: e.target.value })}
            options={AUDIT_KINDS.map((kind) => ({ value: kind, label: tc(`kind.${kind}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('from')}>
        {(bind) => (
          <TextInput
            {...bind}
            type="date"
            max={filters.to || undefined}
            value={filters.from}
            onChange={(e) => set({ from: e.target.value })}
          />
        )}
      </FormField>
      <FormField label={t('to')}>
        {(bind) => (
          <TextInput
            {...bind}
            type="date"
            min={filters.from || undefined}
            value={filters.to}
            onChange={(e) => set({ to: e.target.value })}
          />
        )}
      </FormField>
    </>
  );
}

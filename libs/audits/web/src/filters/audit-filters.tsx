import { AUDIT_STATUSES } from '@wheelhouse/contracts';
import { FormField, NativeSelect } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { listTexts } from '../lists.texts.js';
import { texts } from '../texts.js';
import { FilterBar } from './filter-bar.js';
import type { AuditFilters as Filters } from './list-filters.js';

const ORDERS = ['-visit', 'visit', 'score', '-score'] as const;

/** The filters of audits, with a search and the order. */
export function AuditFilters({
  filters,
  set,
  onClear,
  file,
}: {
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  onClear: () => void;
  file: string;
}) {
  const t = useT(listTexts);
  const tc = useT(texts);
  return (
    <FilterBar
      page="audits"
      filters={filters}
      set={set}
      onClear={onClear}
      file={file}
      search={{ value: filters.q, label: t('searchAudits'), onChange: (q) => set({ q }) }}
    >
      <FormField label={t('status')}>
        {(bind) => (
          <NativeSelect
            {...bind}
            value={filters.status}
            placeholder={tc('all')}
            onChange={(e) => set({ status: e.target.value })}
            options={AUDIT_STATUSES.map((status) => ({ value: status, label: tc(`status.${status}`) }))}
          />
        )}
      </FormField>
      <FormField label={t('order')}>
        {(bind) => (
          <NativeSelect
            {...bind}
            value={ORDERS.find((order) => order === filters.sort) ?? '-visit'}
            onChange={(e) => set({ sort: e.target.value })}
            options={ORDERS.map((order) => ({ value: order, label: t(`orders.${order}`) }))}
          />
        )}
      </FormField>
    </FilterBar>
  );
}

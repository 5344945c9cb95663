import type { Page, StandardSummary } from '@wheelhouse/contracts';
import { FormField, Icon, NativeSelect } from '@wheelhouse/ui';
import { useApi, useFormat, useT } from '@wheelhouse/web-core';
import { findingsTexts } from '../findings/findings.texts.js';
import { listTexts } from '../lists.texts.js';
import { texts } from '../texts.js';
import { FilterBar } from './filter-bar.js';
import type { FindingFilters as Filters } from './list-filters.js';

const ORDERS = ['-visit', 'visit', '-lost'] as const;

interface Props {
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  onClear: () => void;
  file: string;
  /** What the item and section in the address are called; null while unknown. */
  names: { item: string | null; section: string | null };
}

/** The filters of findings, with a search and the order; an item or section that a link brought as a chip to take away. */
export function FindingFilters({ filters, set, onClear, names, file }: Props) {
  const t = useT(findingsTexts);
  const tl = useT(listTexts);
  const tc = useT(texts);
  const f = useFormat();
  const standards = useApi<Page<StandardSummary>>('/standards', { limit: 200 });
  return (
    <div className="wh-stack">
      <FilterBar
        page="findings"
        filters={filters}
        set={set}
        onClear={onClear}
        file={file}
        search={{ value: filters.q, label: t('search'), onChange: (q) => set({ q }) }}
      >
        <FormField label={t('standard')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={filters.standardId}
              placeholder={tc('all')}
              onChange={(e) => set({ standardId: e.target.value, itemId: '', sectionId: '' })}
              options={(standards.data?.items ?? []).map(({ id, name }) => ({ value: id, label: f.text(name) }))}
            />
          )}
        </FormField>
        <FormField label={t('redLine')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={filters.critical}
              placeholder={tc('all')}
              onChange={(e) => set({ critical: e.target.value })}
              options={[
                { value: 'true', label: t('redLineOnly') },
                { value: 'false', label: t('redLineNot') },
              ]}
            />
          )}
        </FormField>
        <FormField label={tl('order')}>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={ORDERS.find((order) => order === filters.sort) ?? '-visit'}
              onChange={(e) => set({ sort: e.target.value })}
              options={ORDERS.map((order) => ({
                value: order,
                label: order === '-lost' ? t('costliest') : tl(`orders.${order}`),
              }))}
            />
          )}
        </FormField>
      </FilterBar>
      {(filters.itemId || filters.sectionId) && (
        <div className="wh-row">
          {filters.itemId && (
            <Chip text={t('onlyItem', { text: names.item ?? filters.itemId })} onRemove={() => set({ itemId: '' })} />
          )}
          {filters.sectionId && (
            <Chip
              text={t('onlySection', { text: names.section ?? filters.sectionId })}
              onRemove={() => set({ sectionId: '' })}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const t = useT(findingsTexts);
  return (
    <button type="button" className="fi-chip" title={`${t('remove')} · ${text}`} onClick={onRemove}>
      <span>{text}</span>
      <Icon name="close" size={14} />
      <span className="wh-sr">{t('remove')}</span>
    </button>
  );
}

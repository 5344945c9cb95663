import { AUDIT_KINDS, type Page, type StandardSummary } from '@wheelhouse/contracts';
import { FormField, Icon, NativeSelect, Segments, TextInput } from '@wheelhouse/ui';
import { localToday, useApi, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { OrgUnitSelect, OutletSelect } from '@wheelhouse/web-core/pickers';
import { listTexts } from '../lists.texts.js';
import { FilterFold } from '../shared/filter-fold.js';
import { daysBefore } from '../shared/days.js';
import { texts } from '../texts.js';
import { findingsTexts } from './findings.texts.js';

/** The filters of findings as they stand in the address. */
export const NO_FILTERS = {
  outletId: '',
  orgUnitId: '',
  standardId: '',
  sectionId: '',
  itemId: '',
  kind: '',
  critical: '',
  from: '',
  to: '',
};
export type Filters = typeof NO_FILTERS;

const PERIODS = { weeks4: 28, weeks13: 91, weeks26: 182 } as const;
type Period = keyof typeof PERIODS | 'allTime';

interface Props {
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  /** What the item and section in the address are called; null while unknown. */
  names: { item: string | null; section: string | null };
}

/** Period at one tap, everything else in a fold on a phone; an item or section from a link as a chip to take away. */
export function FindingFilters({ filters, set, names }: Props) {
  const t = useT(findingsTexts);
  const { tenant } = useSession();
  const today = localToday(tenant?.timeZone);
  const since = (days: number) => daysBefore(today, days - 1);
  const period = (Object.keys(PERIODS) as (keyof typeof PERIODS)[]).find(
    (name) => filters.to === '' && filters.from === since(PERIODS[name]),
  );
  const whole = filters.from === '' && filters.to === '';
  const choose = (next: Period) => set({ from: next === 'allTime' ? '' : since(PERIODS[next]), to: '' });
  const { from: _from, to: _to, itemId: _item, sectionId: _section, ...rest } = filters;
  return (
    <div className="wh-stack">
      <Segments<Period | 'own'>
        label={t('period')}
        value={period ?? (whole ? 'allTime' : 'own')}
        onChange={(next) => next !== 'own' && choose(next)}
        options={(['weeks4', 'weeks13', 'weeks26', 'allTime'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <FilterFold on={Object.values(rest).filter(Boolean).length + Number(!period && !whole)}>
        <Fields filters={filters} set={set} />
      </FilterFold>
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

function Fields({ filters, set }: Pick<Props, 'filters' | 'set'>) {
  const t = useT(findingsTexts);
  const tl = useT(listTexts);
  const tc = useT(texts);
  const f = useFormat();
  const standards = useApi<Page<StandardSummary>>('/standards', { limit: 200 });
  return (
    <>
      <FormField label={tl('outlet')}>
        {(bind) => (
          <OutletSelect
            {...bind}
            aria-label={tl('outlet')}
            allowClear
            placeholder={tl('chooseOutlet')}
            value={filters.outletId || undefined}
            onChange={(id) => set({ outletId: id ?? '' })}
          />
        )}
      </FormField>
      <FormField label={tl('orgUnit')}>
        {(bind) => (
          <OrgUnitSelect
            {...bind}
            aria-label={tl('orgUnit')}
            allowClear
            placeholder={tc('all')}
            value={filters.orgUnitId || undefined}
            onChange={(id) => set({ orgUnitId: id ?? '' })}
          />
        )}
      </FormField>
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
      <FormField label={tl('kind')}>
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
      <FormField label={tl('from')}>
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
      <FormField label={tl('to')}>
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

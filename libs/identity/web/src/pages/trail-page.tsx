import '../identity.css';
import type { TrailEntryResponse, TrailKindsResponse } from '@wheelhouse/contracts';
import {
  DataTable,
  EmptyState,
  ListRow,
  NativeSelect,
  Page,
  PageHeader,
  SearchInput,
  Section,
  TextInput,
} from '@wheelhouse/ui';
import { Failed, useApi, useApiPages, useDebounced, useFilters, useFormat, useT } from '@wheelhouse/web-core';
import { SavedViews } from '@wheelhouse/web-core/saved-views';
import { TrailChange } from '../parts/trail-change.js';
import { recordsTexts } from '../records-texts.js';

type Action = keyof typeof recordsTexts.en.trail.actions;
type ObjectType = keyof typeof recordsTexts.en.trail.objects;

/** The append-only trail, newest first, filtered by who, what, on what and when. */
export function TrailPage() {
  const t = useT(recordsTexts);
  const f = useFormat();
  const [filters, setFilters] = useFilters({ actor: '', action: '', objectType: '', from: '', to: '' });
  const list = useApiPages<TrailEntryResponse>('/trail', { ...filters, actor: useDebounced(filters.actor.trim()) });
  const kinds = useApi<TrailKindsResponse>('/trail/kinds');
  const said = (action: string) =>
    action in recordsTexts.en.trail.actions ? t(`trail.actions.${action as Action}`) : action;
  const object = (type: string) =>
    type in recordsTexts.en.trail.objects ? t(`trail.objects.${type as ObjectType}`) : type;
  const deed = (row: TrailEntryResponse) => said(row.action);
  const isFiltered = Object.values(filters).some(Boolean);
  const who = (row: TrailEntryResponse) => row.actorName ?? t('trail.system');
  return (
    <Page>
      <PageHeader title={t('trail.title')} lead={t('trail.lead')} />
      <div className="id-filters id-filters--trail">
        <SearchInput
          label={t('trail.actor')}
          value={filters.actor}
          onChange={(e) => setFilters({ actor: e.target.value })}
        />
        <NativeSelect
          aria-label={t('trail.what')}
          value={filters.action}
          placeholder={t('trail.allActions')}
          onChange={(e) => setFilters({ action: e.target.value })}
          options={choices(kinds.data?.actions, filters.action, said)}
        />
        <NativeSelect
          aria-label={t('trail.object')}
          value={filters.objectType}
          placeholder={t('trail.allObjects')}
          onChange={(e) => setFilters({ objectType: e.target.value })}
          options={choices(kinds.data?.objectTypes, filters.objectType, object)}
        />
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="id-day">
            <span className="wh-small wh-muted">{t(`trail.${end}Day`)}</span>
            <TextInput type="date" value={filters[end]} onChange={(e) => setFilters({ [end]: e.target.value })} />
          </label>
        ))}
        <SavedViews page="trail" />
      </div>
      {list.error && !list.rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <div className="id-trail">
          <Section flush>
            <DataTable
              label={t('trail.title')}
              rows={list.rows}
              rowKey={(row) => row.id}
              hasMore={list.hasNextPage}
              onMore={list.more}
              loadingMore={list.isFetchingNextPage}
              empty={
                <EmptyState
                  icon="trail"
                  title={t(isFiltered ? 'trail.noneFits' : 'trail.empty')}
                  text={t(isFiltered ? 'trail.noneFitsText' : 'trail.emptyText')}
                />
              }
              columns={[
                { title: t('trail.at'), render: (_, row) => <span className="wh-nowrap">{f.dateTime(row.at)}</span> },
                { title: t('trail.who'), render: (_, row) => who(row) },
                { title: t('trail.what'), render: (_, row) => deed(row) },
                { title: t('trail.from'), render: (_, row) => <span className="wh-muted">{row.ip ?? '—'}</span> },
                { title: t('trail.details'), render: (_, row) => <Details entry={row} /> },
              ]}
              phoneRow={(row) => (
                <ListRow
                  key={row.id}
                  title={deed(row)}
                  sub={
                    <>
                      {who(row)} · {f.dateTime(row.at)}
                      <Details entry={row} />
                    </>
                  }
                />
              )}
            />
          </Section>
        </div>
      )}
    </Page>
  );
}

/** What a select offers, by its words; what the address asks for is among it. */
function choices(values: string[] = [], chosen: string, say: (value: string) => string) {
  const all = chosen && !values.includes(chosen) ? [...values, chosen] : values;
  return all.map((value) => ({ value, label: say(value) })).sort((a, b) => a.label.localeCompare(b.label));
}

function Details({ entry }: { entry: TrailEntryResponse }) {
  const t = useT(recordsTexts);
  const { before, after, objectId, objectType } = entry;
  if (!objectId && !before && !after) return <span className="wh-muted">—</span>;
  return (
    <details>
      <summary className="wh-small wh-muted id-summary">{t('trail.details')}</summary>
      <div className="wh-stack" style={{ gap: 8, maxWidth: 520 }}>
        {(before !== null || after !== null) && <TrailChange before={before} after={after} />}
        {objectId && (
          <div className="wh-small wh-muted id-long">
            {t('trail.object')}: {objectType} {objectId}
          </div>
        )}
      </div>
    </details>
  );
}

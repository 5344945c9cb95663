import '../identity.css';
import { TRAIL_ACTIONS, TRAIL_OBJECTS, type TrailEntryResponse, type TrailKindsResponse } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import {
  Button,
  DataTable,
  EmptyState,
  Icon,
  ListRow,
  NativeSelect,
  Notice,
  Page,
  PageHeader,
  Section,
  TextInput,
} from '@wheelhouse/ui';
import { Failed, useApi, useApiPages, useFilters, useFormat, useT, withQuery } from '@wheelhouse/web-core';
import { SavedViews } from '@wheelhouse/web-core/saved-views';
import { TrailDetails } from '../parts/trail-details.js';
import { recordsTexts } from '../records-texts.js';

/** The append-only trail, newest first, filtered by who, what, on what and when. */
export function TrailPage() {
  const t = useT(recordsTexts);
  const f = useFormat();
  const [filters, setFilters] = useFilters({
    personId: '',
    action: '',
    objectType: '',
    objectId: '',
    from: '',
    to: '',
  });
  const list = useApiPages<TrailEntryResponse>('/trail', { ...filters });
  const kinds = useApi<TrailKindsResponse>('/trail/kinds');
  const say = (words: Record<string, LocalizedText>) => (code: string) => {
    const text = words[code];
    return text ? f.text(text) : code;
  };
  const deed = (row: TrailEntryResponse) => say(TRAIL_ACTIONS)(row.action);
  const isFiltered = Object.values(filters).some(Boolean);
  const who = (row: TrailEntryResponse) =>
    row.actorName ?? t(row.ip === null && row.userAgent === null ? 'trail.system' : 'trail.nobody');
  const onWhat = (row: TrailEntryResponse) => {
    const kind = say(TRAIL_OBJECTS)(row.objectType);
    return row.objectName ? `${kind} · ${f.text(row.objectName)}` : kind;
  };
  const details = (row: TrailEntryResponse) => (
    <TrailDetails
      entry={row}
      onAll={
        row.objectId && filters.objectId !== row.objectId ? () => setFilters({ objectId: row.objectId ?? '' }) : null
      }
    />
  );
  const people = kinds.data?.people.map(({ personId, name }) => ({ value: personId, label: name })) ?? [];
  const about = list.rows?.find((row) => row.objectId === filters.objectId)?.objectName;
  return (
    <Page>
      <PageHeader
        title={t('trail.title')}
        lead={t('trail.lead')}
        actions={
          <a
            className="wh-button"
            href={`/api/v1${withQuery('/trail/entries.csv', filters)}`}
            download="audit-trail.csv"
          >
            <Icon name="download" />
            {t('trail.export')}
          </a>
        }
      />
      <div className="id-filters id-filters--trail">
        <NativeSelect
          aria-label={t('trail.who')}
          value={filters.personId}
          placeholder={t('trail.anybody')}
          onChange={(e) => setFilters({ personId: e.target.value })}
          options={people}
        />
        <NativeSelect
          aria-label={t('trail.what')}
          value={filters.action}
          placeholder={t('trail.allActions')}
          onChange={(e) => setFilters({ action: e.target.value })}
          options={choices(kinds.data?.actions, filters.action, say(TRAIL_ACTIONS))}
        />
        <NativeSelect
          aria-label={t('trail.object')}
          value={filters.objectType}
          placeholder={t('trail.allObjects')}
          onChange={(e) => setFilters({ objectType: e.target.value })}
          options={choices(kinds.data?.objectTypes, filters.objectType, say(TRAIL_OBJECTS))}
        />
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="id-day">
            <span className="wh-small wh-muted">{t(`trail.${end}Day`)}</span>
            <TextInput type="date" value={filters[end]} onChange={(e) => setFilters({ [end]: e.target.value })} />
          </label>
        ))}
        <SavedViews page="trail" />
      </div>
      {filters.objectId && (
        <Notice>
          <div className="wh-row wh-between">
            <span className="id-long">{t('trail.only', { name: about ? f.text(about) : t('trail.thisObject') })}</span>
            <Button onClick={() => setFilters({ objectId: '' })}>{t('trail.showAll')}</Button>
          </div>
        </Notice>
      )}
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
                { title: t('trail.who'), render: (_, row) => <span className="id-long">{who(row)}</span> },
                { title: t('trail.what'), render: (_, row) => deed(row) },
                { title: t('trail.object'), render: (_, row) => <span className="id-long">{onWhat(row)}</span> },
                { title: t('trail.details'), render: (_, row) => details(row) },
              ]}
              phoneRow={(row) => (
                <ListRow
                  key={row.id}
                  title={deed(row)}
                  sub={
                    <>
                      <span className="id-long">{onWhat(row)}</span>
                      <br />
                      {who(row)} · {f.dateTime(row.at)}
                      {details(row)}
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

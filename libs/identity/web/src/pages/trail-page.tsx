import '../identity.css';
import type { TrailEntryResponse } from '@wheelhouse/contracts';
import { EmptyState, ListRow, Page, PageHeader, Section } from '@wheelhouse/ui';
import { DataTable } from '@wheelhouse/ui/antd';
import { Failed, useApiPages, useFormat, useT } from '@wheelhouse/web-core';
import { recordsTexts } from '../records-texts.js';

/** The append-only trail, newest first. */
export function TrailPage() {
  const t = useT(recordsTexts);
  const f = useFormat();
  const list = useApiPages<TrailEntryResponse>('/trail');
  const deed = (row: TrailEntryResponse) =>
    row.action in recordsTexts.en.trail.actions
      ? t(`trail.actions.${row.action as keyof typeof recordsTexts.en.trail.actions}`)
      : row.action;
  const who = (row: TrailEntryResponse) => row.actorName ?? t('trail.system');
  return (
    <Page>
      <PageHeader title={t('trail.title')} lead={t('trail.lead')} />
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
              empty={<EmptyState icon="trail" title={t('trail.empty')} text={t('trail.emptyText')} />}
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

function Details({ entry }: { entry: TrailEntryResponse }) {
  const t = useT(recordsTexts);
  const parts = [
    { label: t('trail.object'), value: entry.objectId && `${entry.objectType} ${entry.objectId}` },
    { label: t('trail.before'), value: entry.before },
    { label: t('trail.after'), value: entry.after },
  ].filter(({ value }) => value !== null && value !== undefined && value !== '');
  if (parts.length === 0) return <span className="wh-muted">—</span>;
  return (
    <details>
      <summary className="wh-small wh-muted" style={{ cursor: 'pointer' }}>
        {t('trail.details')}
      </summary>
      <div className="wh-stack" style={{ gap: 8, maxWidth: 420 }}>
        {parts.map(({ label, value }) => (
          <div key={label}>
            <div className="wh-small wh-muted">{label}</div>
            <pre className="id-json">{typeof value === 'string' ? value : JSON.stringify(value, null, 1)}</pre>
          </div>
        ))}
      </div>
    </details>
  );
}

import type { WaveResponse } from '@wheelhouse/contracts';
import { Button, DataTable, EmptyState, ListRow, Page, PageHeader, ScoreBar, Section, StatusTag } from '@wheelhouse/ui';
import { Failed, useApiPages, useFormat, useT } from '@wheelhouse/web-core';
import { Explained } from '@wheelhouse/web-core/definitions';
import { useState } from 'react';
import { Link } from 'react-router';
import { WaveForm } from '../parts/wave-form.js';
import { shopsOf, WAVE_TONE } from '../parts/wave-words.js';
import { texts } from '../texts.js';

/** Every wave, newest window first, with how far it is. */
export function WavesPage() {
  const t = useT(texts);
  const f = useFormat();
  const list = useApiPages<WaveResponse>('/waves');
  const [creating, create] = useState(false);
  const plan = (
    <Button variant="primary" icon="plus" onClick={() => create(true)}>
      {t('create')}
    </Button>
  );
  const progress = (wave: WaveResponse) =>
    shopsOf(wave) > 0 ? t('progress', { done: wave.counts.done, total: shopsOf(wave) }) : t('noShops');
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} actions={plan} />
      {list.error && !list.rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Section flush>
          <DataTable<WaveResponse>
            label={t('title')}
            rows={list.rows}
            rowKey={(row) => row.id}
            hasMore={list.hasNextPage}
            onMore={list.more}
            loadingMore={list.isFetchingNextPage}
            empty={<EmptyState icon="mask" title={t('empty')} text={t('emptyText')} action={plan} />}
            phoneRow={(row) => (
              <ListRow
                key={row.id}
                icon="mask"
                title={f.text(row.name)}
                sub={`${f.range(row.windowFrom, row.windowTo)} · ${progress(row)}${row.inReview > 0 ? ` · ${t('inReview', { count: row.inReview })}` : ''}`}
                end={<StatusTag tone={WAVE_TONE[row.status]}>{t(`status.${row.status}`)}</StatusTag>}
                to={`/waves/${row.id}`}
              />
            )}
            columns={[
              {
                title: t('name'),
                key: 'name',
                render: (_, row) => <Link to={`/waves/${row.id}`}>{f.text(row.name)}</Link>,
              },
              {
                title: t('window'),
                key: 'window',
                render: (_, row) => <span className="wh-nowrap">{f.range(row.windowFrom, row.windowTo)}</span>,
              },
              {
                title: <Explained label={t('figures.done')} of="shopsDone" />,
                key: 'progress',
                render: (_, row) => (
                  <div style={{ minWidth: 140 }}>
                    <span className="wh-small">{progress(row)}</span>
                    <ScoreBar value={row.counts.done} max={Math.max(1, shopsOf(row))} height={5} tone="neutral" />
                  </div>
                ),
              },
              {
                title: <Explained label={t('figures.inReview')} of="shopsInReview" />,
                key: 'review',
                align: 'right',
                render: (_, row) =>
                  row.inReview > 0 ? (
                    <strong className="wh-watch">{row.inReview}</strong>
                  ) : (
                    <span className="wh-muted">0</span>
                  ),
              },
              {
                title: <Explained label={t('figures.approved')} of="shopsApproved" />,
                key: 'approved',
                align: 'right',
                render: (_, row) => row.approved,
              },
              {
                title: t('release'),
                key: 'release',
                render: (_, row) => <span className="wh-nowrap">{f.date(row.releaseOn)}</span>,
              },
              {
                title: t('state'),
                key: 'status',
                render: (_, row) => <StatusTag tone={WAVE_TONE[row.status]}>{t(`status.${row.status}`)}</StatusTag>,
              },
            ]}
          />
        </Section>
      )}
      {creating && <WaveForm onClose={() => create(false)} />}
    </Page>
  );
}

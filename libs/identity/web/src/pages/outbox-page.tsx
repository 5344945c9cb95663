import type { OutboxMail } from '@wheelhouse/contracts';
import { DataTable, EmptyState, ListRow, Page, PageHeader, Section } from '@wheelhouse/ui';
import { Failed, useApiPages, useFormat, useT } from '@wheelhouse/web-core';
import { Link } from 'react-router';
import { MailStatus } from '../parts/mail-status.js';
import { recordsTexts } from '../records-texts.js';

/** Mails of the tenant, newest first. */
export function OutboxPage() {
  const t = useT(recordsTexts);
  const f = useFormat();
  const list = useApiPages<OutboxMail>('/mails');
  return (
    <Page>
      <PageHeader title={t('outbox.title')} lead={t('outbox.lead')} />
      {list.error && !list.rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Section flush>
          <DataTable
            label={t('outbox.title')}
            rows={list.rows}
            rowKey={(row) => row.id}
            hasMore={list.hasNextPage}
            onMore={list.more}
            loadingMore={list.isFetchingNextPage}
            empty={<EmptyState icon="mail" title={t('outbox.empty')} text={t('outbox.emptyText')} />}
            columns={[
              { title: t('outbox.subject'), render: (_, row) => <Link to={`/outbox/${row.id}`}>{row.subject}</Link> },
              { title: t('outbox.to'), dataIndex: 'to' },
              {
                title: t('outbox.at'),
                render: (_, row) => <span className="wh-nowrap">{f.dateTime(row.createdAt)}</span>,
              },
              { title: t('outbox.status'), render: (_, row) => <MailStatus status={row.status} /> },
            ]}
            phoneRow={(row) => (
              <ListRow
                key={row.id}
                to={`/outbox/${row.id}`}
                title={row.subject}
                sub={`${row.to} · ${f.dateTime(row.createdAt)}`}
                end={<MailStatus status={row.status} />}
              />
            )}
          />
        </Section>
      )}
    </Page>
  );
}

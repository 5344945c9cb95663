import {
  DELIVERY_STATUSES,
  EVENT_TYPES,
  TEST_EVENT,
  type WebhookDeliverySummary,
  type WebhookResponse,
} from '@wheelhouse/contracts';
import { DataTable, EmptyState, ListRow, NativeSelect, Section } from '@wheelhouse/ui';
import { Failed, useApiPages, useFilters, useFormat, useT } from '@wheelhouse/web-core';
import { DeliveryDialog } from './delivery-dialog.js';
import { DeliveryStatusTag } from './delivery-status-tag.js';
import { webhooksTexts } from './webhooks-texts.js';

/** What was sent, newest first; one opens with its request and attempts. */
export function Deliveries({ endpoints }: { endpoints: WebhookResponse[] }) {
  const t = useT(webhooksTexts);
  const f = useFormat();
  const [filters, setFilters] = useFilters({ status: '', type: '', endpointId: '', delivery: '' });
  const { delivery, ...asked } = filters;
  const list = useApiPages<WebhookDeliverySummary>('/webhook-deliveries', asked);
  const isFiltered = Object.values(asked).some(Boolean);
  const open = (row: WebhookDeliverySummary) => () => setFilters({ delivery: row.id });
  const tries = (row: WebhookDeliverySummary) => t('attempts', { count: row.attempts });
  return (
    <Section title={t('deliveries')}>
      <div className="hook-filters">
        <NativeSelect
          aria-label={t('status')}
          value={filters.status}
          placeholder={t('allStatuses')}
          onChange={(e) => setFilters({ status: e.target.value })}
          options={DELIVERY_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        />
        <NativeSelect
          aria-label={t('event')}
          value={filters.type}
          placeholder={t('allEvents')}
          onChange={(e) => setFilters({ type: e.target.value })}
          options={[...EVENT_TYPES, TEST_EVENT].map((value) => ({ value, label: t(`types.${value}`) }))}
        />
        <NativeSelect
          aria-label={t('url')}
          value={filters.endpointId}
          placeholder={t('allEndpoints')}
          onChange={(e) => setFilters({ endpointId: e.target.value })}
          options={endpoints.map(({ id, url, description }) => ({ value: id, label: description || url }))}
        />
      </div>
      {list.error && !list.rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label={t('deliveries')}
          rows={list.rows}
          rowKey={(row) => row.id}
          hasMore={list.hasNextPage}
          onMore={list.more}
          loadingMore={list.isFetchingNextPage}
          empty={
            <EmptyState
              icon="external"
              title={t(isFiltered ? 'noneFits' : 'noDeliveries')}
              text={isFiltered ? undefined : t('noDeliveriesText')}
            />
          }
          columns={[
            {
              title: t('event'),
              render: (_, row) => (
                <button type="button" className="hook-open" onClick={open(row)}>
                  {t(`types.${row.type}`)}
                </button>
              ),
            },
            { title: t('url'), render: (_, row) => <span className="hook-long">{row.url}</span> },
            { title: t('at'), render: (_, row) => <span className="wh-nowrap">{f.dateTime(row.createdAt)}</span> },
            { title: t('tries'), render: (_, row) => tries(row) },
            { title: t('status'), render: (_, row) => <DeliveryStatusTag status={row.status} /> },
          ]}
          phoneRow={(row) => (
            <ListRow
              key={row.id}
              onPress={open(row)}
              title={t(`types.${row.type}`)}
              sub={`${f.dateTime(row.createdAt)} · ${tries(row)}`}
              end={<DeliveryStatusTag status={row.status} />}
            />
          )}
        />
      )}
      {delivery && <DeliveryDialog id={delivery} onClose={() => setFilters({ delivery: '' })} />}
    </Section>
  );
}

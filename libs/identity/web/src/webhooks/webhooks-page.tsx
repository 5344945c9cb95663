import './webhooks.css';
import type { WebhookResponse, WebhookSecretResponse } from '@wheelhouse/contracts';
import { Button, EmptyState, Page, PageHeader, Section, SkeletonRows } from '@wheelhouse/ui';
import { QueryState, useApi, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { Deliveries } from './deliveries.js';
import { EndpointForm } from './endpoint-form.js';
import { EndpointRow } from './endpoint-row.js';
import { SecretDialog } from './secret-dialog.js';
import { webhooksTexts } from './webhooks-texts.js';

const SAMPLE = `POST /wheelhouse
webhook-id: evt_0193a5c2-7b1e-7a53-9c40-5f1d2e3a4b5c
webhook-timestamp: 1795309200
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{"type":"outlet.closed","timestamp":"2026-11-23T01:00:00.000Z",
 "version":1,"tenantId":"…",
 "data":{"outletId":"…","closedOn":"2026-11-30"}}`;
const SNIPPET = `import { Webhook } from 'standardwebhooks';

const event = new Webhook(secret).verify(rawBody, request.headers);`;

/** The addresses that events are sent to, and what became of each delivery. */
export function WebhooksPage() {
  const t = useT(webhooksTexts);
  const query = useApi<{ items: WebhookResponse[] }>('/webhooks');
  const [edited, setEdited] = useState<WebhookResponse | 'new' | null>(null);
  const [told, setTold] = useState<WebhookSecretResponse | null>(null);
  const add = (
    <Button variant="primary" icon="plus" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} actions={query.data && query.data.items.length > 0 && add} />
      <QueryState query={query} skeleton={<SkeletonRows rows={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Section>
              <EmptyState icon="external" title={t('empty')} text={t('emptyText')} action={add} />
              <pre className="hook-code" tabIndex={0} aria-label={t('request')}>
                {SAMPLE}
              </pre>
              <p className="wh-muted wh-small">{t('verify')}</p>
              <pre className="hook-code" tabIndex={0} aria-label={t('verify')}>
                {SNIPPET}
              </pre>
            </Section>
          ) : (
            <>
              <Section title={t('endpoints')}>
                <ul className="hook-list">
                  {items.map((endpoint) => (
                    <EndpointRow
                      key={endpoint.id}
                      endpoint={endpoint}
                      onEdit={() => setEdited(endpoint)}
                      onSecret={setTold}
                    />
                  ))}
                </ul>
              </Section>
              <Deliveries endpoints={items} />
            </>
          )
        }
      </QueryState>
      {edited && (
        <EndpointForm
          endpoint={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onMade={(made) => {
            setEdited(null);
            setTold(made);
          }}
        />
      )}
      {told && <SecretDialog made={told} onClose={() => setTold(null)} />}
    </Page>
  );
}

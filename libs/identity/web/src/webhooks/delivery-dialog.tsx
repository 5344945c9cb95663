import type { WebhookAttempt, WebhookDeliveryResponse } from '@wheelhouse/contracts';
import { Button, Dialog, SkeletonRows } from '@wheelhouse/ui';
import { api, QueryState, useApi, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { DeliveryStatusTag } from './delivery-status-tag.js';
import { webhooksTexts } from './webhooks-texts.js';

type Failure = keyof typeof webhooksTexts.en.failures;

/** One delivery: what is sent, every attempt with its answer, the next one, and sending it again. */
export function DeliveryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT(webhooksTexts);
  const f = useFormat();
  const query = useApi<WebhookDeliveryResponse>(`/webhook-deliveries/${id}`);
  const replay = useSave(() => api.post(`/webhook-deliveries/${id}/replay`), {
    changes: ['/webhook-deliveries'],
    done: t('replayed', { count: 1 }),
  });
  const said = ({ status, failure }: WebhookAttempt) =>
    status !== null
      ? `HTTP ${status}`
      : failure && failure in webhooksTexts.en.failures
        ? t(`failures.${failure as Failure}`)
        : t('noAnswer');
  return (
    <Dialog
      open
      title={query.data ? t(`types.${query.data.type}`) : t('deliveries')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={replay.isPending} onClick={() => replay.mutate(undefined)}>
            {t('replay')}
          </Button>
        </>
      }
    >
      <QueryState query={query} skeleton={<SkeletonRows rows={4} />}>
        {({ status, url, nextAt, eventId, body, tries }) => (
          <div className="wh-stack">
            <div className="wh-row">
              <DeliveryStatusTag status={status} />
              {nextAt && <span className="wh-muted wh-small">{t('next', { when: f.dateTime(nextAt) })}</span>}
            </div>
            <div className="hook-long wh-small">
              {url}
              <br />
              webhook-id: evt_{eventId}
            </div>
            <h3>{t('request')}</h3>
            <pre className="hook-code" tabIndex={0} aria-label={t('request')}>
              {JSON.stringify(body, null, 2)}
            </pre>
            <h3>{t('tries')}</h3>
            {tries.length === 0 && <p className="wh-muted">{t('noTries')}</p>}
            <ol className="hook-tries" reversed>
              {tries.map((tried) => (
                <li key={tried.number}>
                  <strong>{said(tried)}</strong>{' '}
                  <span className="wh-muted wh-small">
                    {f.dateTime(tried.at)} · {t('duration', { ms: tried.durationMs })}
                  </span>
                  {tried.answer && <pre className="hook-code">{tried.answer}</pre>}
                </li>
              ))}
            </ol>
          </div>
        )}
      </QueryState>
    </Dialog>
  );
}

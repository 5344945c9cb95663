import type { WebhookResponse, WebhookSecretResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, StatusTag, toast } from '@wheelhouse/ui';
import { api, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { webhooksTexts } from './webhooks-texts.js';

const CHANGES = ['/webhooks', '/webhook-deliveries'];
/** Failed deliveries are kept for so long. */
const KEPT_MS = 30 * 86_400_000;

/** One address: what it is told, how it goes, and what can be done with it. */
export function EndpointRow({
  endpoint,
  onEdit,
  onSecret,
}: {
  endpoint: WebhookResponse;
  onEdit: () => void;
  onSecret: (made: WebhookSecretResponse) => void;
}) {
  const t = useT(webhooksTexts);
  const f = useFormat();
  const path = `/webhooks/${endpoint.id}`;
  const name = endpoint.description || endpoint.url;
  const toggle = useSave(() => api.patch(path, { enabled: !endpoint.enabled }), { changes: CHANGES, done: t('saved') });
  const test = useSave(() => api.post(`${path}/test`), { changes: CHANGES, done: t('tested') });
  const rotate = useSave(() => api.post<WebhookSecretResponse>(`${path}/rotate`), {
    changes: CHANGES,
    done: null,
    onDone: onSecret,
  });
  const remove = useSave(() => api.delete(path), { changes: CHANGES, done: t('removed') });
  const since = () => new Date(Date.now() - KEPT_MS).toISOString();
  const replay = useSave(() => api.post<{ count: number }>(`${path}/replay`, { since: since() }), {
    changes: CHANGES,
    done: null,
    onDone: ({ count }) => toast(t('replayed', { count })),
  });
  const { enabled, disabledReason, failingSince } = endpoint;
  return (
    <li className="hook-endpoint">
      <div className="hook-endpoint__text">
        <strong>{name}</strong>{' '}
        {enabled ? (
          failingSince ? (
            <StatusTag tone="watch">{t('failing', { when: f.dateTime(failingSince) })}</StatusTag>
          ) : (
            <StatusTag tone="good">{t('on')}</StatusTag>
          )
        ) : (
          <StatusTag tone="bad">{t(`reasons.${disabledReason ?? 'manual'}`)}</StatusTag>
        )}
        {endpoint.description && <div className="wh-muted wh-small">{endpoint.url}</div>}
        <div className="wh-small">{f.list(endpoint.events.map((type) => t(`types.${type}`)))}</div>
      </div>
      <div className="hook-endpoint__acts">
        {enabled && (
          <Button busy={test.isPending} onClick={() => test.mutate(undefined)}>
            {t('test')}
          </Button>
        )}
        {enabled && (
          <Button busy={replay.isPending} onClick={() => replay.mutate(undefined)}>
            {t('replayFailed')}
          </Button>
        )}
        <Button busy={toggle.isPending} onClick={() => toggle.mutate(undefined)}>
          {t(enabled ? 'switchOff' : 'switchOn')}
        </Button>
        <ConfirmButton
          variant="secondary"
          question={t('rotateQuestion', { name })}
          detail={t('rotateDetail')}
          confirm={t('rotate')}
          onConfirm={() => rotate.mutateAsync(undefined)}
        >
          {t('rotate')}
        </ConfirmButton>
        <Button variant="quiet" icon="edit" aria-label={t('edit', { name })} onClick={onEdit} />
        <ConfirmButton
          variant="quiet"
          icon="trash"
          aria-label={t('removeQuestion', { name })}
          question={t('removeQuestion', { name })}
          detail={t('removeDetail')}
          confirm={t('remove')}
          onConfirm={() => remove.mutateAsync(undefined)}
        />
      </div>
    </li>
  );
}

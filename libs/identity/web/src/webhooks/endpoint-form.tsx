import {
  type CreateWebhookBody,
  EVENT_TYPES,
  type EventType,
  type WebhookResponse,
  type WebhookSecretResponse,
} from '@wheelhouse/contracts';
import { Button, Checkbox, Dialog, FormField, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { webhooksTexts } from './webhooks-texts.js';

/** Adds an address, or changes one. */
export function EndpointForm({
  endpoint,
  onClose,
  onMade,
}: {
  endpoint: WebhookResponse | null;
  onClose: () => void;
  onMade: (made: WebhookSecretResponse) => void;
}) {
  const t = useT(webhooksTexts);
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [events, setEvents] = useState<EventType[]>(endpoint?.events ?? [...EVENT_TYPES]);
  const save = useSave(
    (body: CreateWebhookBody) =>
      endpoint
        ? api.patch<WebhookResponse>(`/webhooks/${endpoint.id}`, body)
        : api.post<WebhookSecretResponse>('/webhooks', body),
    {
      changes: ['/webhooks', '/webhook-deliveries'],
      quiet: true,
      done: endpoint ? t('saved') : null,
      onDone: (made) => (endpoint ? onClose() : onMade(made as WebhookSecretResponse)),
    },
  );
  const submit = () => save.mutate({ url: url.trim(), description: description.trim(), events });
  return (
    <Dialog
      open
      firm
      title={endpoint ? t('edit', { name: endpoint.description || endpoint.url }) : t('add')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={save.isPending} onClick={submit}>
            {t('save')}
          </Button>
        </>
      }
    >
      <FormProblem problem={save.problem} shown={['url', 'description', 'events']} />
      <FormField label={t('url')} hint={t('urlHint')} problem={save.problem?.field('url')} required>
        {(bind) => <TextInput {...bind} type="url" value={url} onChange={(e) => setUrl(e.target.value)} />}
      </FormField>
      <FormField label={t('description')} problem={save.problem?.field('description')}>
        {(bind) => (
          <TextInput {...bind} maxLength={200} value={description} onChange={(e) => setDescription(e.target.value)} />
        )}
      </FormField>
      <fieldset className="hook-events">
        <legend>{t('events')}</legend>
        {EVENT_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={t(`types.${type}`)}
            checked={events.includes(type)}
            onChange={(e) => setEvents(e.target.checked ? [...events, type] : events.filter((each) => each !== type))}
          />
        ))}
        {save.problem?.field('events') && <span role="alert">{save.problem.field('events')}</span>}
      </fieldset>
    </Dialog>
  );
}

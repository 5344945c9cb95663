import { type CloseTenantBody, GRACE_DAYS, type TenantDetailResponse } from '@wheelhouse/contracts';
import { Button, Dialog, FormField, Notice, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts.js';

/** Closes an organisation once its slug was typed again. */
export function CloseTenant({ tenant }: { tenant: TenantDetailResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const [open, setOpen] = useState(false);
  const [slug, setSlug] = useState('');
  const [days, setDays] = useState(String(GRACE_DAYS.usual));
  const close = useSave((body: CloseTenantBody) => api.post(`/tenants/${tenant.id}/close`, body), {
    changes: ['/tenants'],
    quiet: true,
    done: () => t('tenant.closed'),
    onDone: () => setOpen(false),
  });
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t('tenant.close')}
      </Button>
      <Dialog
        open={open}
        firm
        title={t('tenant.closeTitle', { name: f.text(tenant.name) })}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('tenant.cancel')}</Button>
            <Button
              variant="danger"
              busy={close.isPending}
              disabled={slug !== tenant.slug}
              onClick={() => close.mutate({ slug, graceDays: Number(days) })}
            >
              {t('tenant.close')}
            </Button>
          </>
        }
      >
        <p>{t('tenant.endLead')}</p>
        {!tenant.lastExportAt && <Notice tone="watch">{t('tenant.noExport')}</Notice>}
        <FormField label={t('tenant.slug', { slug: tenant.slug })} problem={close.problem?.field('slug')} required>
          {(bind) => (
            <TextInput {...bind} value={slug} autoComplete="off" onChange={(event) => setSlug(event.target.value)} />
          )}
        </FormField>
        <FormField label={t('tenant.grace')} problem={close.problem?.field('graceDays')} required>
          {(bind) => (
            <TextInput
              {...bind}
              type="number"
              min={GRACE_DAYS.least}
              max={GRACE_DAYS.most}
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
          )}
        </FormField>
        <FormProblem problem={close.problem} shown={['slug', 'graceDays']} />
      </Dialog>
    </>
  );
}

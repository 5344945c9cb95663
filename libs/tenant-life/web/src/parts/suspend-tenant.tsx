import type { TenantResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton } from '@wheelhouse/ui';
import { api, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

/** Keeps everybody out of an organisation, or lets it work again; nothing for one that is being closed. */
export function SuspendTenant({ tenant }: { tenant: TenantResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const change = useSave((status: 'active' | 'suspended') => api.patch(`/tenants/${tenant.id}`, { status }), {
    changes: ['/tenants'],
  });
  if (tenant.status === 'closing') return null;
  if (tenant.status === 'suspended')
    return (
      <Button busy={change.isPending} onClick={() => change.mutate('active')}>
        {t('tenant.resume')}
      </Button>
    );
  return (
    <ConfirmButton
      variant="secondary"
      question={t('tenant.suspendQuestion', { name: f.text(tenant.name) })}
      detail={t('tenant.suspendDetail')}
      confirm={t('tenant.suspend')}
      onConfirm={() => change.mutateAsync('suspended')}
    >
      {t('tenant.suspend')}
    </ConfirmButton>
  );
}

import {
  PLAN_NAMES,
  PLANS,
  type PlanLimits,
  type PlanName,
  type TenantDetailResponse,
  type UpdatePlanBody,
} from '@wheelhouse/contracts';
import { Button, Dialog, FormField, NativeSelect, TextInput } from '@wheelhouse/ui';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts.js';

const LIMITS = [
  ['outlets', 'outlets'],
  ['storageMb', 'storage'],
  ['requestsPerMinute', 'requests'],
] as const;

/** Sets the plan and the limits that were agreed beside it. */
export function ChangePlan({ tenant }: { tenant: TenantDetailResponse }) {
  const t = useT(texts);
  const [open, setOpen] = useState(false);
  const [plan, setPlan] = useState<PlanName>(tenant.plan);
  const [agreed, setAgreed] = useState<Partial<PlanLimits>>(tenant.agreed ?? {});
  const save = useSave((body: UpdatePlanBody) => api.put(`/tenants/${tenant.id}/plan`, body), {
    changes: ['/tenants'],
    quiet: true,
    done: () => t('tenant.saved'),
    onDone: () => setOpen(false),
  });
  const set = (key: keyof PlanLimits, text: string) => {
    const { [key]: _, ...rest } = agreed;
    setAgreed(text === '' ? rest : { ...rest, [key]: Number(text) });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('tenant.changePlan')}</Button>
      <Dialog
        open={open}
        firm
        title={t('tenant.changePlan')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('tenant.cancel')}</Button>
            <Button variant="primary" busy={save.isPending} onClick={() => save.mutate({ plan, agreed })}>
              {t('tenant.save')}
            </Button>
          </>
        }
      >
        <FormField label={t('plan')} required>
          {(bind) => (
            <NativeSelect
              {...bind}
              value={plan}
              onChange={(event) => setPlan(event.target.value as PlanName)}
              options={PLAN_NAMES.map((name) => ({ value: name, label: t(`plans.${name}`) }))}
            />
          )}
        </FormField>
        <p className="wh-small wh-muted">{t('tenant.agreed')}</p>
        {LIMITS.map(([key, label]) => (
          <FormField key={key} label={t(label)} problem={save.problem?.field(`agreed.${key}`)}>
            {(bind) => (
              <TextInput
                {...bind}
                type="number"
                min={1}
                placeholder={String(PLANS[plan][key] ?? t('noLimit'))}
                value={agreed[key] ?? ''}
                onChange={(event) => set(key, event.target.value)}
              />
            )}
          </FormField>
        ))}
        <FormProblem problem={save.problem} shown={LIMITS.map(([key]) => `agreed.${key}`)} />
      </Dialog>
    </>
  );
}

import type { AssignShopsBody, MemberResponse, Page, WaveResponse } from '@wheelhouse/contracts';
import { Button, FormField, Notice, ScrollArea, Section } from '@wheelhouse/ui';
import { api, FormProblem, useApi, useSave, useT, type PickedOutlet } from '@wheelhouse/web-core';
import { OutletsSelect } from '@wheelhouse/web-core/pickers';
import { Select } from 'antd';
import { useState } from 'react';
import { texts } from '../texts.js';

interface Planned {
  outlet: PickedOutlet;
  shopper: { id: string; name: string };
}

/** Plans who shops where, then assigns the whole plan at once; what is refused is named at its row. */
export function AssignShops({ wave }: { wave: WaveResponse }) {
  const t = useT(texts);
  const [plan, setPlan] = useState<Planned[]>([]);
  const [shopper, setShopper] = useState<Planned['shopper'] | null>(null);
  const [outlets, setOutlets] = useState<PickedOutlet[]>([]);
  const assign = useSave((body: AssignShopsBody) => api.post(`/waves/${wave.id}/assignments`, body), {
    changes: ['/waves', '/assignments', '/home'],
    done: t('assigned'),
    quiet: true,
    onDone: () => setPlan([]),
  });
  const add = () => {
    if (!shopper) return;
    const planned = new Set(plan.map(({ outlet }) => outlet.id));
    setPlan([...plan, ...outlets.filter(({ id }) => !planned.has(id)).map((outlet) => ({ outlet, shopper }))]);
    setOutlets([]);
    assign.reset();
  };
  const flaw = (i: number) =>
    assign.problem?.fields
      .filter(({ field }) => field.startsWith(`shops[${i}]`))
      .map(({ message }) => message)
      .join(' ');
  return (
    <Section title={t('assignTitle')} lead={t('assignLead')}>
      <div className="wh-stack">
        <div className="wh-grid">
          <FormField label={t('shopper')}>
            {(bind) => <ShopperSelect {...bind} value={shopper} onChange={setShopper} />}
          </FormField>
          <FormField label={t('outlets')}>
            {(bind) => (
              <OutletsSelect {...bind} placeholder={t('chooseOutlets')} value={outlets} onChange={setOutlets} />
            )}
          </FormField>
        </div>
        <div>
          <Button icon="plus" disabled={!shopper || outlets.length === 0} onClick={add}>
            {t('addToPlan')}
          </Button>
        </div>
        {plan.length > 0 && (
          <>
            <ScrollArea label={t('plan')}>
              <table className="wh-table" aria-label={t('plan')}>
                <thead>
                  <tr>
                    <th>{t('outlets')}</th>
                    <th>{t('shopper')}</th>
                    <th>
                      <span className="wh-sr">{t('remove', { outlet: '' })}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {plan.map((row, i) => (
                    <tr key={row.outlet.id}>
                      <td>
                        {row.outlet.label}
                        {flaw(i) && <div className="wh-bad">{flaw(i)}</div>}
                      </td>
                      <td>{row.shopper.name}</td>
                      <td className="wh-num">
                        <Button
                          variant="quiet"
                          icon="close"
                          aria-label={t('remove', { outlet: row.outlet.label })}
                          onClick={() => setPlan(plan.filter((other) => other !== row))}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollArea>
            <FormProblem problem={assign.problem} shown={plan.map((_, i) => `shops[${i}]`)} />
            <div>
              <Button
                variant="primary"
                busy={assign.isPending}
                onClick={() =>
                  assign.mutate({
                    shops: plan.map(({ outlet, shopper }) => ({ outletId: outlet.id, shopperMemberId: shopper.id })),
                  })
                }
              >
                {t('assign', { count: plan.length })}
              </Button>
            </div>
          </>
        )}
      </div>
    </Section>
  );
}

function ShopperSelect({
  value,
  onChange,
  ...bind
}: {
  id?: string;
  value: Planned['shopper'] | null;
  onChange: (value: Planned['shopper'] | null) => void;
}) {
  const t = useT(texts);
  const members = useApi<Page<MemberResponse>>('/members', { role: 'mystery_shopper', limit: 200 });
  const active = (members.data?.items ?? []).filter(({ status }) => status === 'active');
  if (members.data && active.length === 0) return <Notice tone="watch">{t('noShoppers')}</Notice>;
  return (
    <Select
      {...bind}
      style={{ width: '100%' }}
      placeholder={t('chooseShopper')}
      loading={members.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      value={value?.id}
      onChange={(id: string) => {
        const member = active.find((one) => one.id === id);
        onChange(member ? { id, name: member.person.name } : null);
      }}
      options={active.map((member) => ({ value: member.id, label: member.person.name }))}
    />
  );
}

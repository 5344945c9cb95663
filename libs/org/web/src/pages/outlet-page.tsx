import '../org.css';
import type { OutletResponse, PlacementResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Facts, Page, PageHeader, Section, StatusTag } from '@wheelhouse/ui';
import { api, localToday, QueryState, useApi, useFormat, useSave, useSession, useT } from '@wheelhouse/web-core';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { OutletAudits } from '../parts/outlet-audits.js';
import { texts } from '../texts.js';

// Forms bring Ant Design's modal and tree; whoever only reads does not wait for them.
const MoveForm = lazy(() => import('../parts/move-form.js').then((m) => ({ default: m.MoveForm })));
const OutletForm = lazy(() => import('../parts/outlet-form.js').then((m) => ({ default: m.OutletForm })));

/** One outlet: facts, last audits, where it belonged. */
export function OutletPage() {
  const { id } = useParams();
  const query = useApi<OutletResponse>(`/outlets/${id}`);
  return <QueryState query={query}>{(outlet) => <OutletView outlet={outlet} />}</QueryState>;
}

function OutletView({ outlet }: { outlet: OutletResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const { can, tenant } = useSession();
  const [form, setForm] = useState<'edit' | 'move' | null>(null);
  const history = useApi<PlacementResponse[]>(`/outlets/${outlet.id}/placements`);
  const close = useSave((closedOn: string | null) => api.patch(`/outlets/${outlet.id}`, { closedOn }), {
    changes: ['/outlets', '/org-units'],
  });
  const name = f.text(outlet.name);
  return (
    <Page>
      <PageHeader
        title={name}
        lead={[outlet.code, outlet.city && f.text(outlet.city)].filter(Boolean).join(' · ')}
        back={{ to: `/network?unit=${outlet.orgUnitId}`, label: f.text(outlet.orgUnitName) }}
        tag={
          outlet.closedOn ? (
            <StatusTag tone="watch">{t('outlet.closedTag')}</StatusTag>
          ) : (
            <StatusTag tone="good">{t('outlet.openTag')}</StatusTag>
          )
        }
        actions={
          outlet.can.manage && (
            <>
              <Button icon="edit" onClick={() => setForm('edit')}>
                {t('actions.edit')}
              </Button>
              <Button icon="move" onClick={() => setForm('move')}>
                {t('actions.move')}
              </Button>
              {outlet.closedOn ? (
                <Button busy={close.isPending} onClick={() => close.mutate(null)}>
                  {t('actions.reopen')}
                </Button>
              ) : (
                <ConfirmButton
                  variant="secondary"
                  question={t('actions.closeQuestion', { name })}
                  detail={t('actions.closeDetail')}
                  confirm={t('actions.close')}
                  onConfirm={() => close.mutateAsync(localToday(tenant?.timeZone))}
                >
                  {t('actions.close')}
                </ConfirmButton>
              )}
            </>
          )
        }
      />
      <div className="wh-split">
        <div className="wh-stack">
          {can('audit.read') && <OutletAudits outletId={outlet.id} />}
          <Section title={t('outlet.facts')}>
            <Facts facts={useOutletFacts(outlet)} />
          </Section>
        </div>
        <Section title={t('outlet.history')} lead={t('outlet.historyLead')}>
          <ol className="org-history">
            {[...(history.data ?? [])]
              .sort((a, b) => b.from.localeCompare(a.from))
              .map((stay) => (
                <li key={stay.from}>
                  <div>{f.text(stay.orgUnitName)}</div>
                  <div className="wh-small wh-muted">
                    {stay.until
                      ? t('outlet.fromTo', { from: f.date(stay.from), until: f.date(stay.until) })
                      : t('outlet.since', { from: f.date(stay.from) })}
                  </div>
                </li>
              ))}
          </ol>
        </Section>
      </div>
      <Suspense>
        {form === 'edit' && <OutletForm outlet={outlet} onClose={() => setForm(null)} />}
        {form === 'move' && (
          <MoveForm path={`/outlets/${outlet.id}`} name={name} now={outlet.orgUnitId} onClose={() => setForm(null)} />
        )}
      </Suspense>
    </Page>
  );
}

function useOutletFacts(outlet: OutletResponse) {
  const t = useT(texts);
  const f = useFormat();
  const kinds: Record<string, string> = { '4s': t('outletKinds.4s'), tea_shop: t('outletKinds.tea_shop') };
  const facts = [
    { label: t('outlet.kind'), value: kinds[outlet.kind] ?? outlet.kind },
    {
      label: t('outlet.unit'),
      value: <Link to={`/network?unit=${outlet.orgUnitId}`}>{f.text(outlet.orgUnitName)}</Link>,
    },
    { label: t('outlet.peerGroup'), value: f.text(outlet.peerGroupName) },
    { label: t('outlet.tier'), value: outlet.cityTier ? t(`tiers.${outlet.cityTier}`) : '—' },
    { label: t('outlet.openedOn'), value: f.date(outlet.openedOn) },
    { label: t('outlet.timeZone'), value: outlet.timeZone },
  ];
  if (outlet.closedOn) facts.push({ label: t('outlet.closedOn'), value: f.date(outlet.closedOn) });
  if (outlet.latitude !== null && outlet.longitude !== null)
    facts.push({
      label: t('outlet.location'),
      value: `${f.number(outlet.latitude, 4)}, ${f.number(outlet.longitude, 4)}`,
    });
  for (const [label, value] of Object.entries(outlet.attributes)) facts.push({ label, value: String(value) });
  return facts;
}

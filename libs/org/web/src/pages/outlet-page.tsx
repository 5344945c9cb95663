import '../org.css';
import type { OutletResponse } from '@wheelhouse/contracts';
import { Button, ButtonLink, Page, PageHeader, StatusTag, StickyBottomBar, useIsPhone } from '@wheelhouse/ui';
import {
  api,
  assignAt,
  localToday,
  QueryState,
  useApi,
  useFormat,
  useSave,
  useSession,
  useT,
} from '@wheelhouse/web-core';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { outletTexts } from '../outlet.texts.js';
import { OutletAudits } from '../parts/outlet-audits.js';
import { OutletFindings } from '../parts/outlet-findings.js';
import { OutletPeople } from '../parts/outlet-people.js';
import { OutletFacts, OutletPlacements } from '../parts/outlet-place.js';
import { OutletScores } from '../parts/outlet-scores.js';
import { OutletStanding } from '../parts/outlet-standing.js';
import { texts } from '../texts.js';

// Forms bring Ant Design's modal and tree; whoever only reads does not wait for them.
const CloseForm = lazy(() => import('../parts/close-form.js').then((m) => ({ default: m.CloseForm })));
const MoveForm = lazy(() => import('../parts/move-form.js').then((m) => ({ default: m.MoveForm })));
const OutletForm = lazy(() => import('../parts/outlet-form.js').then((m) => ({ default: m.OutletForm })));

/** One outlet: where it stands, what fails, what each source said, who answers for it, what it is. */
export function OutletPage() {
  const { id } = useParams();
  const query = useApi<OutletResponse>(`/outlets/${id}`);
  return <QueryState query={query}>{(outlet) => <OutletView key={outlet.id} outlet={outlet} />}</QueryState>;
}

function OutletView({ outlet }: { outlet: OutletResponse }) {
  const t = useT(texts);
  const tl = useT(outletTexts);
  const f = useFormat();
  const { can, tenant } = useSession();
  const phone = useIsPhone();
  const [form, setForm] = useState<'edit' | 'move' | 'close' | null>(null);
  const done = () => setForm(null);
  const name = f.text(outlet.name);
  const reopen = useSave(() => api.patch(`/outlets/${outlet.id}`, { closedOn: null }), {
    changes: ['/outlets', '/org-units', '/peer-groups'],
    done: tl('reopened', { name }),
  });
  const open = outlet.closedOn === null || outlet.closedOn > localToday(tenant?.timeZone);
  const mayAudit = can('self_check.submit', 'supervisor_audit.submit', 'hq_audit.submit');
  const start = open && mayAudit && (
    <ButtonLink variant="primary" icon="clipboard" wide={phone} to={`/audits/new?outletId=${outlet.id}`}>
      {tl(can('supervisor_audit.submit', 'hq_audit.submit') ? 'startAudit' : 'startSelfCheck')}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHeader
        title={name}
        lead={[outlet.code, outlet.city && f.text(outlet.city), outlet.peerGroupName && f.text(outlet.peerGroupName)]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: `/network?unit=${outlet.orgUnitId}`, label: f.text(outlet.orgUnitName) }}
        tag={<OpenTag outlet={outlet} />}
        actions={
          <>
            {!phone && start}
            {open && can('assignment.manage') && (
              <ButtonLink
                icon="calendar"
                to="/assignments"
                state={assignAt([{ id: outlet.id, label: `${name} · ${outlet.code}` }])}
              >
                {tl('assign')}
              </ButtonLink>
            )}
            {outlet.can.manage && (
              <>
                <Button icon="edit" onClick={() => setForm('edit')}>
                  {t('actions.edit')}
                </Button>
                <Button icon="move" onClick={() => setForm('move')}>
                  {t('actions.move')}
                </Button>
                {outlet.closedOn ? (
                  <Button busy={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
                    {t('actions.reopen')}
                  </Button>
                ) : (
                  <Button onClick={() => setForm('close')}>{t('actions.close')}</Button>
                )}
              </>
            )}
          </>
        }
      />
      <div className="wh-split">
        <div className="wh-stack">
          {can('report.read') && <OutletStanding outletId={outlet.id} />}
          {can('audit.read') && <OutletFindings outletId={outlet.id} />}
          {can('report.read', 'audit.read') && <OutletScores outletId={outlet.id} />}
          {can('audit.read') && <OutletAudits outletId={outlet.id} />}
        </div>
        <div className="wh-stack">
          <OutletPeople outletId={outlet.id} />
          <OutletFacts outlet={outlet} />
          <OutletPlacements outletId={outlet.id} />
        </div>
      </div>
      {phone && start && <StickyBottomBar>{start}</StickyBottomBar>}
      <Suspense>
        {form === 'edit' && <OutletForm outlet={outlet} onClose={done} />}
        {form === 'move' && (
          <MoveForm path={`/outlets/${outlet.id}`} name={name} now={outlet.orgUnitId} onClose={done} />
        )}
        {form === 'close' && <CloseForm outlet={outlet} onClose={done} />}
      </Suspense>
    </Page>
  );
}

/** Open, closed, or what is coming. */
function OpenTag({ outlet }: { outlet: OutletResponse }) {
  const t = useT(texts);
  const tl = useT(outletTexts);
  const f = useFormat();
  const { tenant } = useSession();
  const today = localToday(tenant?.timeZone);
  if (outlet.closedOn && outlet.closedOn <= today) return <StatusTag tone="watch">{t('outlet.closedTag')}</StatusTag>;
  if (outlet.closedOn) return <StatusTag tone="watch">{tl('closesOn', { date: f.date(outlet.closedOn) })}</StatusTag>;
  if (outlet.openedOn > today) return <StatusTag>{tl('opensOn', { date: f.date(outlet.openedOn) })}</StatusTag>;
  return <StatusTag tone="good">{t('outlet.openTag')}</StatusTag>;
}

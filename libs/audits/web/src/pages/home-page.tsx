import type { HomeResponse } from '@wheelhouse/contracts';
import { ButtonLink, Page, PageHeader } from '@wheelhouse/ui';
import { localToday, QueryState, useApi, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { homeTexts } from '../home/home.texts.js';
import { OutletHelp, OutletSection } from '../home/outlet-section.js';
import { ReportSection } from '../home/report-section.js';
import { StandingSection } from '../home/standing-section.js';
import { WaitingSection } from '../home/waiting-section.js';
import '../shared.css';
import '../pages.css';

const WORKS = [
  'self_check.submit',
  'supervisor_audit.submit',
  'hq_audit.submit',
  'mystery_shop.submit',
  'audit.review',
] as const;

/** The start page of every role: where the own outlets stand, what waits, the own outlets, the newest report. */
export function HomePage() {
  const t = useT(homeTexts);
  const f = useFormat();
  const { tenant, grants, can } = useSession();
  const home = useApi<HomeResponse>('/home');
  const today = localToday(tenant?.timeZone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  // Reports are made for the tenant and for org units; who answers for outlets alone reads the outlet's results instead.
  const reads =
    can('report.read') && grants.some(({ scopeKind }) => scopeKind === 'tenant' || scopeKind === 'org_unit');
  const starts = home.data?.startable.some(({ kind }) => kind !== 'mystery_shop' && kind !== 'self_check');
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={`${f.weekday(weekday)} · ${f.date(today)}`}
        actions={
          starts && (
            <ButtonLink to="/audits/new" icon="plus">
              {t('startNew')}
            </ButtonLink>
          )
        }
      />
      <QueryState query={home}>
        {(data) => {
          const work = can(...WORKS) && <WaitingSection home={data} />;
          const outlets = data.outlets.map((outlet) => <OutletSection key={outlet.id} home={data} outlet={outlet} />);
          const last = data.outlets.length === 1 ? data.outlets[0]?.lastAudits[0] : undefined;
          if (!reads && outlets.length === 0) return work;
          const standing = can('report.read') && outlets.length > 0 && <StandingSection outlets={data.outlets} />;
          const side = (
            <div className="wh-stack" style={{ gap: 'var(--wh-5)' }}>
              {outlets}
              {reads && <ReportSection />}
            </div>
          );
          return (
            <div className="wh-stack" style={{ gap: 'var(--wh-5)' }}>
              {standing}
              {work ? (
                <div className="au-home">
                  <div className="wh-stack" style={{ gap: 'var(--wh-5)' }}>
                    {work}
                    {last && can('audit.read') && <OutletHelp auditId={last.id} />}
                  </div>
                  {side}
                </div>
              ) : (
                side
              )}
            </div>
          );
        }}
      </QueryState>
    </Page>
  );
}

import { type HomeResponse, ROLE_PERMISSIONS } from '@wheelhouse/contracts';
import { ButtonLink, Page, PageHeader } from '@wheelhouse/ui';
import { localToday, QueryState, useApi, useFilters, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { homeTexts } from '../home.texts.js';
import { HomeSkeleton } from '../home-skeleton.js';
import { NetworkHome } from '../network/network-home.js';
import { OutletHome } from '../outlet/outlet-home.js';
import { ReportHome } from '../report/report-home.js';
import { WaitingSection } from '../waiting/waiting-section.js';
import '../home.css';

const WORKS = [
  'self_check.submit',
  'supervisor_audit.submit',
  'hq_audit.submit',
  'mystery_shop.submit',
  'audit.review',
] as const;

/** The start page of every role: what the reader answers for, and the one list of what waits. */
export function HomePage() {
  const t = useT(homeTexts);
  const f = useFormat();
  const { tenant, can } = useSession();
  const [{ outlet }, set] = useFilters({ outlet: '' });
  const home = useApi<HomeResponse>('/home', outlet ? { outletId: outlet } : undefined, { keep: true });
  const today = localToday(tenant?.timeZone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const starts = can('supervisor_audit.submit', 'hq_audit.submit') && home.data && home.data.startable.length > 0;
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
      <QueryState query={home} skeleton={<HomeSkeleton />}>
        {(data) => <Content home={data} asked={outlet} onChoose={(id) => set({ outlet: id })} />}
      </QueryState>
    </Page>
  );
}

function Content({ home, asked, onChoose }: { home: HomeResponse; asked: string; onChoose: (id: string) => void }) {
  const { grants, can } = useSession();
  const reads =
    can('report.read') && grants.some(({ scopeKind }) => scopeKind === 'tenant' || scopeKind === 'org_unit');
  if (!reads && home.outlets.length > 0) return <OutletHome home={home} asked={asked} onChoose={onChoose} />;
  const work = can(...WORKS) && <WaitingSection home={home} />;
  if (!reads) return work;
  if (grants.some(({ scopeKind, role }) => scopeKind === 'tenant' && ROLE_PERMISSIONS[role].includes('report.read')))
    return <NetworkHome waiting={work} />;
  return (
    <div className="home-columns">
      <div className="home-column">
        <ReportHome />
      </div>
      {work && <div className="home-column">{work}</div>}
    </div>
  );
}

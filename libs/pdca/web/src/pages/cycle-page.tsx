import type { CycleResponse, StandardVersionResponse } from '@wheelhouse/contracts';
import { Page, PageHeader, Section, Segments, StatusTag, useIsPhone } from '@wheelhouse/ui';
import { QueryState, useApi, useFilters, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { useParams } from 'react-router';
import '../pdca.css';
import { ActPanel } from '../parts/act-panel.js';
import { CheckPanel } from '../parts/check-panel.js';
import { DoPanel } from '../parts/do-panel.js';
import { goToSection, placeOfFact } from '../parts/fact-place.js';
import { GatePanel } from '../parts/gate-panel.js';
import { History } from '../parts/history.js';
import { QUADRANTS, stateOf, type Quadrant } from '../parts/phase-state.js';
import { PlanPanel } from '../parts/plan-panel.js';
import { Rings } from '../parts/rings.js';
import { Wheel } from '../parts/wheel.js';
import { texts } from '../texts/cycle.texts.js';

const PANELS = { plan: PlanPanel, do: DoPanel, check: CheckPanel, act: ActPanel };

/** One cycle: the wheel and its next gate, and the facts of the phase that one looks at. */
export function CyclePage() {
  const { id } = useParams();
  const query = useApi<CycleResponse>(`/cycles/${id}`);
  return <QueryState query={query}>{(cycle) => <CycleView cycle={cycle} />}</QueryState>;
}

function CycleView({ cycle }: { cycle: CycleResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const phone = useIsPhone();
  const { can } = useSession();
  const [filters, set] = useFilters({ phase: '' });
  const current: Quadrant = cycle.phase === 'closed' ? 'act' : cycle.phase;
  const shown = QUADRANTS.find((one) => one === filters.phase) ?? current;
  const show = (quadrant: Quadrant) => set({ phase: quadrant === current ? '' : quadrant });
  const go = (code: string) => {
    const { phase, section } = placeOfFact(code);
    show(phase);
    goToSection(section);
  };
  const standard = useApi<StandardVersionResponse>(
    cycle.standardVersionId && can('standard.read') ? `/standard-versions/${cycle.standardVersionId}` : null,
  );
  const Panel = PANELS[shown];
  const state = stateOf(shown, cycle.phase);
  return (
    <Page>
      <PageHeader
        title={f.text(cycle.name)}
        back={{ to: '/cycles', label: t('title') }}
        lead={[f.text(cycle.scope.name), cycle.standardName && f.text(cycle.standardName)].filter(Boolean).join(' · ')}
        tag={<StatusTag tone={cycle.phase === 'closed' ? 'neutral' : 'accent'}>{t(`phases.${cycle.phase}`)}</StatusTag>}
      />
      <div className="pdca-cycle">
        <div className="wh-stack pdca-cycle__side">
          <Section>
            <Wheel cycle={cycle} shown={shown} onShow={show} />
            {cycle.predecessorId && cycle.turns[0]?.id !== cycle.id && (
              <p className="wh-small wh-muted pdca-legend">{t('rings.legend')}</p>
            )}
          </Section>
          <GatePanel cycle={cycle} onGo={go} />
          {!phone && <Aside cycle={cycle} />}
        </div>
        <div className="wh-stack pdca-cycle__main">
          <div className="pdca-phase">
            <Segments
              label={t('title')}
              value={shown}
              onChange={show}
              options={QUADRANTS.map((quadrant) => ({ value: quadrant, label: t(`phases.${quadrant}`) }))}
            />
            <p className="wh-muted">
              {t(`asks.${shown}`)} <span className="wh-small">({t(`state.${state}`)})</span>
            </p>
          </div>
          <Panel cycle={cycle} standard={standard.data?.body} />
        </div>
        {phone && (
          <div className="wh-stack">
            <Aside cycle={cycle} />
          </div>
        )}
      </div>
    </Page>
  );
}

function Aside({ cycle }: { cycle: CycleResponse }) {
  const { can } = useSession();
  return (
    <>
      <History cycle={cycle} />
      <Rings cycle={cycle} mayOpen={can('cycle.manage')} />
    </>
  );
}

import type { CycleResponse } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts/cycle.texts.js';
import { QUADRANTS, stateOf, type Quadrant } from './phase-state.js';
import { ringsReach, WheelRings } from './wheel-rings.js';

const CENTRE = 130;
const OUTER = 122;
const INNER = 56;
const GAP = 0.032;

const spot = (radius: number, angle: number) =>
  `${(CENTRE + radius * Math.cos(angle)).toFixed(2)} ${(CENTRE + radius * Math.sin(angle)).toFixed(2)}`;

/** Quadrant `i`, clockwise from the upper left. */
function sector(i: number): string {
  const from = Math.PI + (i * Math.PI) / 2;
  const [a, b] = [from + GAP, from + Math.PI / 2 - GAP];
  const [c, d] = [from + GAP * 1.8, from + Math.PI / 2 - GAP * 1.8];
  return `M${spot(OUTER, a)}A${OUTER} ${OUTER} 0 0 1 ${spot(OUTER, b)}L${spot(INNER, d)}A${INNER} ${INNER} 0 0 0 ${spot(INNER, c)}Z`;
}

export interface WheelProps {
  cycle: Pick<CycleResponse, 'id' | 'phase' | 'gate' | 'phases' | 'turns'>;
  /** The quadrant whose facts are shown. */
  shown: Quadrant;
  onShow: (quadrant: Quadrant) => void;
}

/** The wheel: four quadrants, the current one lit, the next gate between them, facts present in the hub, former turns around it. */
export function Wheel({ cycle, shown, onShow }: WheelProps) {
  const t = useT(texts);
  const f = useFormat();
  const { phase, gate } = cycle;
  const present = gate?.facts.filter((fact) => fact.present).length ?? 0;
  const now = QUADRANTS.indexOf(phase as Quadrant);
  const label = phase === 'closed' ? t('wheelClosed') : t('wheel', { phase: t(`phases.${phase}`) });
  const former = cycle.turns.slice(
    0,
    cycle.turns.findIndex(({ id }) => id === cycle.id),
  );
  const reach = ringsReach(former);
  const size = CENTRE * 2 + reach * 2;
  return (
    <svg className="pdca-wheel" viewBox={`${-reach} ${-reach} ${size} ${size}`} role="group" aria-label={label}>
      <WheelRings former={former} centre={CENTRE} />
      {QUADRANTS.map((quadrant, i) => {
        const state = stateOf(quadrant, phase);
        const middle = Math.PI + (i + 0.5) * (Math.PI / 2);
        const [x, y] = spot((OUTER + INNER) / 2, middle)
          .split(' ')
          .map(Number) as [number, number];
        const facts = cycle.phases.find((one) => one.phase === quadrant)?.facts ?? [];
        const there = t('gate.present', { present: facts.filter((fact) => fact.present).length, all: facts.length });
        const missing = state === 'now' ? facts.filter((fact) => !fact.present).map((fact) => fact.message) : [];
        const lack = missing.length > 0 ? ` · ${t('gate.missing')}: ${f.list(missing)}` : '';
        const words = `${t(`phases.${quadrant}`)}, ${t(`state.${state}`)}, ${there}${lack}`;
        return (
          <g
            key={quadrant}
            role="button"
            tabIndex={0}
            aria-pressed={shown === quadrant}
            aria-label={words}
            className={`pdca-wheel__part is-${state}${shown === quadrant ? ' is-shown' : ''}`}
            onClick={() => onShow(quadrant)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onShow(quadrant);
            }}
          >
            <title>{words}</title>
            <path d={sector(i)} />
            <text x={x} y={y - 1} textAnchor="middle" className="pdca-wheel__name">
              {t(`phases.${quadrant}`)}
            </text>
            <text x={x} y={y + 16} textAnchor="middle" className="pdca-wheel__state">
              {state === 'done'
                ? `✓ ${facts.length}`
                : `${facts.filter((fact) => fact.present).length}/${facts.length}`}
            </text>
          </g>
        );
      })}
      {gate && now >= 0 && <GateMark angle={Math.PI + (now + 1) * (Math.PI / 2)} open={gate.open} />}
      <g aria-hidden="true" className="pdca-wheel__hub">
        {gate ? (
          <>
            <text x={CENTRE} y={CENTRE + 4} textAnchor="middle" className="pdca-wheel__count">
              {present}/{gate.facts.length}
            </text>
            <text x={CENTRE} y={CENTRE + 22} textAnchor="middle" className="pdca-wheel__state">
              {gate.open ? t('gateOpen') : t('missing', { count: gate.facts.length - present })}
            </text>
          </>
        ) : (
          <text x={CENTRE} y={CENTRE + 6} textAnchor="middle" className="pdca-wheel__name">
            {t('phases.closed')}
          </text>
        )}
      </g>
    </svg>
  );
}

/** The gate on the way out of the current quadrant: open or barred. */
function GateMark({ angle, open }: { angle: number; open: boolean }) {
  const [x, y] = spot((OUTER + INNER) / 2, angle)
    .split(' ')
    .map(Number) as [number, number];
  return (
    <g
      aria-hidden="true"
      className={open ? 'pdca-wheel__gate is-open' : 'pdca-wheel__gate'}
      transform={`translate(${x} ${y})`}
    >
      <circle r="13" />
      <path d={open ? 'M-5 0.5l3.5 3.5 6.5-7' : 'M-4.5 -1h9v6.5h-9zM-2.5 -1v-2.5a2.5 2.5 0 0 1 5 0v2.5'} />
    </g>
  );
}

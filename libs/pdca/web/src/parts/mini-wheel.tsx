import type { CyclePhase } from '@wheelhouse/contracts';
import { QUADRANTS, stateOf } from './phase-state.js';

const R = 18;
const LENGTH = (Math.PI * R) / 2;
const GAP = 2.5;

/** A small wheel: quadrants passed, and the current one as far as its facts are there. The words stand beside it. */
export function MiniWheel({ phase, share }: { phase: CyclePhase; share: number }) {
  return (
    <svg className="pdca-mini" width="44" height="44" viewBox="-22 -22 44 44" aria-hidden="true">
      {QUADRANTS.map((quadrant, i) => {
        const state = stateOf(quadrant, phase);
        const full = LENGTH - GAP;
        const lit = state === 'done' ? full : state === 'now' ? Math.max(1.5, full * share) : 0;
        return (
          <g key={quadrant} transform={`rotate(${180 + i * 90 + 4})`}>
            <circle r={R} className="pdca-mini__track" strokeDasharray={`${full} 999`} />
            {lit > 0 && <circle r={R} className={`pdca-mini__lit is-${state}`} strokeDasharray={`${lit} 999`} />}
          </g>
        );
      })}
    </svg>
  );
}

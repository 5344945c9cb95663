import type { CycleTurn } from '@wheelhouse/contracts';
import { useFormat } from '@wheelhouse/web-core';
import { useNavigate } from 'react-router';
import { useTurnWords } from './turn-words.js';

const FIRST = 133;
const STEP = 10;
/** More would make the wheel small; all of them stand in the list. */
const DRAWN = 4;

/** How far the former turns reach beyond the wheel. */
export const ringsReach = (former: CycleTurn[]) =>
  former.length === 0 ? 0 : FIRST - 130 + STEP * (Math.min(former.length, DRAWN) - 1) + 5;

/** The former turns as thin rings around the wheel, the newest inside: an arc for each objective, solid where it was reached. */
export function WheelRings({ former, centre }: { former: CycleTurn[]; centre: number }) {
  const navigate = useNavigate();
  const f = useFormat();
  const words = useTurnWords();
  return (
    // The list of turns has the same links for keyboard and screen reader.
    <g aria-hidden="true">
      {former
        .slice(-DRAWN)
        .reverse()
        .map((turn, i) => {
          const radius = FIRST + STEP * i;
          const length = (2 * Math.PI * radius) / Math.max(1, turn.objectives.length);
          return (
            <g key={turn.id} className="pdca-ring" onClick={() => void navigate(`/cycles/${turn.id}`)}>
              <title>{`${f.text(turn.name)} · ${words(turn)}`}</title>
              <circle cx={centre} cy={centre} r={radius} className="pdca-ring__reach" />
              {(turn.objectives.length > 0 ? turn.objectives : [{ reached: null }]).map(({ reached }, at, all) => {
                const dash = reached === false ? dashes(length - 5) : `${length - (all.length > 1 ? 5 : 0)} 9999`;
                return (
                  <circle
                    key={at}
                    cx={centre}
                    cy={centre}
                    r={radius}
                    className={reached === null ? 'is-open' : reached ? 'is-reached' : 'is-missed'}
                    strokeDasharray={dash}
                    transform={`rotate(${-90 + (360 / all.length) * at} ${centre} ${centre})`}
                  />
                );
              })}
            </g>
          );
        })}
    </g>
  );
}

/** A dashed arc of this length, then nothing. */
function dashes(length: number): string {
  const count = Math.max(1, Math.floor(length / 8));
  return `${Array.from({ length: count }, () => '5 3').join(' ')} 0 9999`;
}

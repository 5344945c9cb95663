import type { ReportHead as Head } from '@wheelhouse/contracts';
import { Figure, Figures, useIsPhone } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { texts } from '../texts/report.texts.js';
import { movedBeyondNoise, ordinal } from './rank-format.js';
import { WeeksChart } from './weeks-chart.js';

/** How the audience did: score, change, place, coverage, red lines, and thirteen weeks (on a phone after whom to visit). `against`: another week's. */
export function ReportHead({ head, against }: { head: Head; against: Head | null }) {
  const t = useT(texts);
  const f = useFormat();
  const change = against ? difference(head.score, against.score) : head.change;
  const noticed = movedBeyondNoise(against ? [pointOf(against), pointOf(head)] : head.trend);
  const phone = useIsPhone();
  const unseen = head.outlets - head.covered;
  return (
    <section className="wh-card rep-head" id="head" aria-label={t('jump.head')}>
      <div className="rep-head__figures">
        <Figure
          big
          label={t('head.score')}
          value={f.score(head.score)}
          definition={<Meaning of="unitScore" />}
          change={change}
          beyondNoise={noticed}
          note={head.low === null ? undefined : `[${f.interval(head.low, head.high, 1)}]`}
        />
        <Figures>
          {head.place !== null && head.places !== null && (
            <Figure
              label={t('head.place')}
              value={t('head.placeOf', { place: ordinal(head.place, f.locale), places: head.places })}
              definition={<Meaning of="unitPlace" n={head.places} />}
            />
          )}
          <Figure
            label={t('head.covered')}
            value={t('head.coveredOf', { covered: f.number(head.covered), outlets: f.number(head.outlets) })}
            definition={<Meaning of="covered" n={head.outlets} />}
            note={unseen > 0 ? t('head.notSeen', { count: unseen }) : t('head.allSeen')}
          />
          <Figure
            label={t('head.missed')}
            value={f.number(head.missed)}
            definition={<Meaning of="missed" />}
            tone={head.missed > 0 ? 'watch' : undefined}
          />
          <Figure
            label={t('head.redLines')}
            value={f.number(head.redLines)}
            definition={<Meaning of="openRedLines" />}
            tone={head.redLines > 0 ? 'bad' : undefined}
          />
          <Figure
            label={t('head.ranked')}
            value={t('head.coveredOf', { covered: f.number(head.ranked), outlets: f.number(head.outlets) })}
            definition={<Meaning of="ranked" n={head.outlets} />}
            note={head.apart > 0 && <Apart count={head.apart} />}
          />
        </Figures>
      </div>
      {!phone && <WeeksChart points={head.trend} />}
    </section>
  );
}

/** How many are not ranked; leads to their list with the reasons. */
function Apart({ count }: { count: number }) {
  const t = useT(texts);
  const go = () => {
    const list = document.getElementById('apart') ?? document.getElementById('failed_red_line');
    (list ?? document.getElementById('ranking'))?.scrollIntoView({ block: 'start' });
  };
  return (
    <button type="button" className="rep-reason" onClick={go}>
      {t('head.notRanked', { count })}
    </button>
  );
}

const difference = (now: number | null, then: number | null) => (now === null || then === null ? null : now - then);
const pointOf = ({ score, low, high }: Head) => ({ score, low, high });

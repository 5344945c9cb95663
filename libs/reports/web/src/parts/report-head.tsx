import type { ReportHead as Head } from '@wheelhouse/contracts';
import { Figure, Figures } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts/report.texts.js';
import { movedBeyondNoise, ordinal } from './rank-format.js';
import { WeeksChart } from './weeks-chart.js';

/** How the audience did: score, change, place, coverage, red lines, and thirteen weeks. */
export function ReportHead({ head }: { head: Head }) {
  const t = useT(texts);
  const f = useFormat();
  return (
    <section className="wh-card rep-head" id="head" aria-label={t('jump.head')}>
      <div className="rep-head__figures">
        <Figure
          big
          label={t('head.score')}
          value={f.score(head.score)}
          definition={`${t('head.scoreDef')} ${t('head.changeDef')}`}
          change={head.change}
          beyondNoise={movedBeyondNoise(head.trend)}
          note={head.low === null ? undefined : `[${f.interval(head.low, head.high, 1)}]`}
        />
        <Figures>
          {head.place !== null && head.places !== null && (
            <Figure
              label={t('head.place')}
              value={t('head.placeOf', { place: ordinal(head.place, f.locale), places: head.places })}
              definition={t('head.placeDef')}
            />
          )}
          <Figure
            label={t('head.covered')}
            value={t('head.coveredOf', { covered: f.number(head.covered), outlets: f.number(head.outlets) })}
            definition={t('head.coveredDef')}
          />
          <Figure
            label={t('head.missed')}
            value={f.number(head.missed)}
            definition={t('head.missedDef')}
            tone={head.missed > 0 ? 'watch' : undefined}
          />
          <Figure
            label={t('head.redLines')}
            value={f.number(head.redLines)}
            definition={t('head.redLinesDef')}
            tone={head.redLines > 0 ? 'bad' : undefined}
          />
          <Figure
            label={t('head.ranked')}
            value={t('head.coveredOf', { covered: f.number(head.ranked), outlets: f.number(head.outlets) })}
            definition={t('head.rankedDef')}
          />
        </Figures>
      </div>
      <WeeksChart points={head.trend} />
    </section>
  );
}

import type { ScoringRules } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { whatIfTexts } from './what-if.texts.js';

/** The grades as bands from 0 to 100, with the score on them. */
export function BandBar({ grades, score }: { grades: ScoringRules['grades']; score: number }) {
  const t = useT(whatIfTexts);
  const f = useFormat();
  const rising = grades.toReversed();
  const within = (value: number) => Math.min(100, Math.max(0, value));
  return (
    <div className="st-bands">
      <div className="st-bands__bar" aria-hidden="true">
        {rising.map(([grade, lowest], i) => {
          const from = i === 0 ? 0 : within(lowest);
          const to = within(rising[i + 1]?.[1] ?? 100);
          const here = score >= from && (score < to || i === rising.length - 1);
          return (
            <span key={i} className={here ? 'is-here' : undefined} style={{ flexGrow: Math.max(0, to - from) }}>
              {grade}
            </span>
          );
        })}
        <i style={{ left: `${within(score)}%` }} />
      </div>
      <p className="wh-muted wh-small">
        <span className="wh-sr">{t('bands')} </span>
        {grades
          .map(([grade, lowest]) => t('band', { grade, lowest: f.number(lowest, Number.isInteger(lowest) ? 0 : 2) }))
          .join(' · ')}
      </p>
    </div>
  );
}

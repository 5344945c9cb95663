import type { StandardBody } from '@wheelhouse/contracts';
import { displayRound } from '@wheelhouse/kernel';
import { scoreAudit } from '@wheelhouse/scoring-domain';
import { compareScoring, sampleAnswers } from '@wheelhouse/standards-domain';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useMemo } from 'react';
import { changeTexts } from './change.texts.js';

/** Whether scores on the newer version can be put beside those on the older one, and what a typical visit would score. */
export function ScoringEffect({ from, to }: { from: StandardBody; to: StandardBody }) {
  const t = useT(changeTexts);
  const f = useFormat();
  const { effect, before, after } = useMemo(
    () => ({
      effect: compareScoring(from, to),
      before: scoreAudit(from, sampleAnswers(from, 'typical')).display,
      after: scoreAudit(to, sampleAnswers(to, 'typical')).display,
    }),
    [from, to],
  );
  const reasons = [
    effect.mode ? t('effect.mode') : null,
    effect.added > 0 ? t('effect.added', { count: effect.added }) : null,
    effect.removed > 0 ? t('effect.removed', { count: effect.removed }) : null,
    effect.rescored > 0 ? t('effect.rescored', { count: effect.rescored }) : null,
    effect.reweighted > 0 ? t('effect.reweighted', { count: effect.reweighted }) : null,
  ].filter((reason) => reason !== null);
  const scores = effect.kind === 'scores';
  const digits = to.scoring.precision;
  return (
    <section className={`st-effect st-effect--${scores || effect.kind === 'grades' ? 'watch' : 'good'}`}>
      <h3>{t('effect.title', { version: from.version })}</h3>
      <p>
        {scores
          ? t('effect.scores', { list: f.list(reasons), percent: f.percent(effect.shared) })
          : t(`effect.${effect.kind}` as 'effect.same')}
      </p>
      {scores && before !== null && after !== null && (
        <p>
          {displayRound(before, digits) === displayRound(after, digits)
            ? t('effect.typicalSame', { to: f.number(after, digits) })
            : t('effect.typical', {
                from: f.number(before, digits),
                to: f.number(after, digits),
                change: f.change(after - before),
              })}
        </p>
      )}
      {scores && <p className="wh-muted wh-small">{t('effect.reports')}</p>}
    </section>
  );
}

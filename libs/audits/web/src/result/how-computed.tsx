import type { ScoreResult, StandardBody } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { comparisonTexts } from './comparison.texts.js';

/** How a score comes to be, in the words and with the constants of its standard. */
export function HowComputed({ form, result }: { form: StandardBody; result: Pick<ScoreResult, 'raw' | 'final'> }) {
  const t = useT(comparisonTexts);
  return (
    <details className="au-how">
      <summary>{t('how')}</summary>
      <HowList form={form} result={result} />
    </details>
  );
}

/** {@link HowComputed}, unfolded. */
export function HowList({ form, result }: { form: StandardBody; result: Pick<ScoreResult, 'raw' | 'final'> }) {
  const t = useT(comparisonTexts);
  const f = useFormat();
  const { mode, precision, grades } = form.scoring;
  return (
    <ul className="au-plainlist wh-small">
      <li>{t('howItem')}</li>
      <li>{t('howNa')}</li>
      <li>{t(mode === 'flat' ? 'howFlat' : 'howSections')}</li>
      <li>{t('howRed')}</li>
      <li>{t('howRound', { digits: precision })}</li>
      <li>
        {t('howGrades', {
          grades: f.list(grades.map(([grade, from]) => t('howGrade', { grade, from: f.number(from) }))),
        })}
      </li>
      <li>
        {t('howStandard', {
          name: f.text(form.name),
          version: form.version,
          raw: f.score(result.raw, precision),
          final: f.score(result.final, precision),
        })}
      </li>
    </ul>
  );
}

import { useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { rankingTexts } from '../texts/ranking.texts.js';
import { MEANINGS } from './columns.js';
import type { Scale } from './rank-format.js';

/** The definitions that stand in the table's heads at a desk, as a fold for the phone. */
export function ColumnHelp({ scale }: { scale: Scale }) {
  const t = useT(rankingTexts);
  const columns = [
    'rank',
    'range',
    'estimate',
    'score',
    'interval',
    'n',
    'rankChange',
    'change',
    'trend',
    'findings',
  ] as const;
  return (
    <details className="rep-help">
      <summary>{t('columns')}</summary>
      <dl>
        {columns.map((key) => (
          <div key={key}>
            <dt>{t(`col.${key}`)}</dt>
            <dd>
              <Meaning of={MEANINGS[key]} values={{ min: scale.min, max: scale.max }} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

import { useFormat, useT } from '@wheelhouse/web-core';
import { rankingTexts } from '../texts/ranking.texts.js';

/** Places gained or lost: `▲2`, `▼1`, `=`. Without colour: a change of rank alone says little. */
export function RankChange({ value }: { value: number | null }) {
  const t = useT(rankingTexts);
  const f = useFormat();
  if (value === null) return <span className="wh-muted">—</span>;
  const words = value === 0 ? t('same') : t(value > 0 ? 'up' : 'down', { count: Math.abs(value) });
  return (
    <span role="img" aria-label={words} className={value === 0 ? 'wh-muted wh-nowrap' : 'wh-nowrap'} title={words}>
      {value === 0 ? '=' : `${value > 0 ? '▲' : '▼'}${f.number(Math.abs(value))}`}
    </span>
  );
}

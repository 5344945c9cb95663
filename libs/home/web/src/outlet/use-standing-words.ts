import type { RankingRow } from '@wheelhouse/contracts';
import { ordinal, rangeText, useFormat, useT } from '@wheelhouse/web-core';
import { outletTexts } from './outlet.texts.js';

/** Where an outlet stands, in a line: `18th of 41 · range 11–27`, or why it has no place. */
export function useStandingWords(): (row: RankingRow) => string {
  const t = useT(outletTexts);
  const f = useFormat();
  return (row) => {
    if (row.rank !== null)
      return t('standing', { place: ordinal(row.rank, f.locale), peers: row.peers, range: rangeText(row) });
    switch (row.apartReason) {
      case 'min_sample':
        return t('apart.min_sample', { count: row.n });
      case 'insufficient':
        return t('apart.insufficient', { coverage: f.percent(row.coverage) });
      case 'partial': {
        const missing = row.sources
          .filter(({ share }) => share === 0)
          .map(({ source }) => t(`apart.sources.${source}`));
        return t('apart.partial', { sources: f.list(missing) });
      }
      case 'red_line':
        return t('apart.red_line', { count: row.redLines.length });
      case 'no_audit':
        return t('apart.no_audit');
      case null:
        return t('apart.other');
    }
  };
}

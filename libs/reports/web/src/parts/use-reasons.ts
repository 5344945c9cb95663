import type { RankingScheme, TableRow, VisitProposal } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { rankingTexts } from '../texts/ranking.texts.js';
import { useItemName } from './item-names.js';
import { texts } from '../texts/report.texts.js';

type Reason = VisitProposal['reasons'][number];

/** Why an outlet should be visited, in words. */
export function useVisitReason() {
  const t = useT(texts);
  const f = useFormat();
  const itemName = useItemName();
  return ({ reason, params }: Reason): string => {
    const count = Number(params['items'] ?? 0);
    if (reason === 'no_visit' && params['never']) return t('reasons.never');
    if (reason === 'red_line') {
      const names = String(params['items'])
        .split(', ')
        .map((id) => t('reasons.item', { name: itemName(id) }));
      return t('reasons.red_line', { items: f.list(names) });
    }
    if (reason === 'repeat_findings') return t('reasons.repeat_findings', { count });
    const points = params['points'] === undefined ? '' : f.score(Number(params['points']));
    return t(`reasons.${reason}`, { ...params, points });
  };
}

/** Why an outlet is not ranked, in words. */
export function useApartReason(scheme: RankingScheme) {
  const t = useT(rankingTexts);
  const f = useFormat();
  const itemName = useItemName();
  return (row: TableRow): string => {
    switch (row.apartReason) {
      case 'no_audit':
        return t('apart.no_audit');
      case 'min_sample':
        return t('apart.min_sample', { count: row.n, min: scheme.minSample });
      case 'insufficient':
        return t('apart.insufficient', { coverage: f.percent(row.coverage), min: f.percent(scheme.minCoverage) });
      case 'partial': {
        const missing = (row.missing ?? []).map((source) => t(`sources.${source}`));
        return t('apart.partial', { sources: f.list(missing) });
      }
      case 'red_line':
        return t('apart.red_line', {
          items: f.list(row.redLines.map((id) => t('apart.item', { name: itemName(id) }))),
        });
      default:
        return '';
    }
  };
}

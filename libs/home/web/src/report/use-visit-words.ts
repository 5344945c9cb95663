import type { VisitProposal } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { reportTexts } from './report.texts.js';

/** The most pressing reason for a visit, in few words. */
export function useVisitWords(): (visit: VisitProposal) => string {
  const t = useT(reportTexts);
  const f = useFormat();
  return ({ reasons: [first] }) => {
    if (!first) return '';
    const { reason, params } = first;
    const points = f.score(Number(params['points'] ?? 0));
    switch (reason) {
      case 'no_visit':
        return params['never'] ? t('reasons.never') : t('reasons.no_visit', { count: Number(params['weeks'] ?? 0) });
      case 'repeat_findings':
        return t('reasons.repeat_findings', { count: Number(params['items'] ?? 0) });
      default:
        return t(`reasons.${reason}`, { points });
    }
  };
}

import type { CycleTurn } from '@wheelhouse/contracts';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts/cycle.texts.js';

/** What came of a turn, in words: how many objectives reached their target, and since when it is closed. */
export function useTurnWords() {
  const t = useT(texts);
  const f = useFormat();
  return ({ phase, closedAt, objectives }: CycleTurn): string => {
    const measured = objectives.filter((one) => one.reached !== null);
    const reached = measured.filter((one) => one.reached).length;
    const result = measured.length > 0 ? t('rings.reached', { reached, all: objectives.length }) : null;
    const state = closedAt ? t('rings.closed', { date: f.date(closedAt) }) : t(`phases.${phase}`);
    return [result, state].filter(Boolean).join(' · ');
  };
}

import type { Answers } from '@wheelhouse/contracts';
import type { ScorableBody } from './checklist-score.js';
import { answerOf, itemCredit } from './item-credit.js';

/**
 * What each item is worth in points of the total (0–100) given which items are N/A, before any cap: what is lost when it
 * is missed wholly. `section_weighted`: 100·(W / ΣW)·w / Σw; `flat`: 100·w / Σw over all (formulas 2.1). N/A items are
 * worth nothing and are left out; over the others the points add up to 100.
 */
export function itemPoints(body: ScorableBody, answers: Answers): Map<string, number> {
  const sheets = body.sections.map((section) => {
    const items = section.items.filter((item) => itemCredit(item, answerOf(answers, item.id)).state !== 'na');
    const applicable = items.reduce((sum, { weight }) => sum + weight, 0);
    const weight = applicable === 0 ? 0 : body.scoring.mode === 'flat' ? applicable : section.weight;
    return { items, applicable, weight };
  });
  const total = sheets.reduce((sum, { weight }) => sum + weight, 0);
  const points = new Map<string, number>();
  for (const { items, applicable, weight } of sheets) {
    if (applicable === 0 || total === 0) continue;
    for (const item of items) points.set(item.id, (100 * weight * item.weight) / (total * applicable));
  }
  return points;
}

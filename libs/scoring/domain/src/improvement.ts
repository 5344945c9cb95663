import type { Answer, Answers, StandardItem } from '@wheelhouse/contracts';
import { scoreAudit, type ScorableBody } from './checklist-score.js';
import { findingsOf, type Finding } from './findings.js';

/** A finding and what repairing it alone would do to the final score. */
export interface Improvement extends Finding {
  /** Final score with this item fully met − final score, 0–100; red-line caps included. */
  gain: number;
}

/**
 * The findings whose repair would raise the final score most, at most `count`. Each is judged alone by scoring the sheet
 * again with the item fully met, so a red line that caps the total stands where it belongs. Ties: crossed red lines
 * first, then the points lost before caps, then the order of the standard.
 */
export function whatWouldHelpMost(body: ScorableBody, answers: Answers, count: number): Improvement[] {
  const before = scoreAudit(body, answers).final ?? 0;
  const items = new Map(body.sections.flatMap((section) => section.items.map((item) => [item.id, item])));
  return findingsOf(body, answers)
    .map((finding) => {
      const item = items.get(finding.itemId) as StandardItem;
      const repaired = scoreAudit(body, { ...answers, [item.id]: fullAnswer(item) }).final ?? 0;
      return { ...finding, gain: Math.max(0, repaired - before) };
    })
    .sort((a, b) => b.gain - a.gain || Number(b.triggered) - Number(a.triggered) || b.pointsLost - a.pointsLost)
    .slice(0, Math.max(0, count));
}

/** An answer that earns all points of an item. */
function fullAnswer(item: StandardItem): Answer {
  switch (item.type) {
    case 'yes_no':
      return { value: true };
    case 'scale':
      return { value: item.scale?.max ?? 0 };
    case 'sample':
      return { value: { ok: 1, n: 1 } };
    case 'choice':
      return {
        value: item.options?.reduce((best, option) => (option.credit > best.credit ? option : best)).code ?? '',
      };
    default:
      return { value: item.numeric?.full_at ?? 0 };
  }
}

import type { Answer, AnswerValue, Answers, StandardItem } from '@wheelhouse/contracts';
import { displayRound } from '@wheelhouse/kernel';

/** What one answer is worth: a share of the item's points (0–1), not applicable, or not answered yet. */
export type ItemCredit = { state: 'scored'; credit: number } | { state: 'na' } | { state: 'unanswered' };

const NA: ItemCredit = { state: 'na' };
const UNANSWERED: ItemCredit = { state: 'unanswered' };
const scored = (credit: number): ItemCredit => ({ state: 'scored', credit: Math.min(1, Math.max(0, credit)) });

/**
 * The share of an item's points that its answer earns, 0–1 (formulas 2.1).
 *
 * yes/no: 1 or 0. Scale: (v − min) / (max − min). Choice: the option's credit. Sample: ok / n, and n = 0 is N/A.
 * `numeric_max` (lower is better): 1 up to `full_at`, 0 from `zero_at`, linear between; `numeric_min` mirrored.
 *
 * An N/A (or an empty sample) on an item that does not allow N/A, and a value of another type, count as unanswered, so
 * that they can never raise a score.
 */
export function itemCredit(item: StandardItem, answer: Answer | undefined): ItemCredit {
  if (answer === undefined || answer === null) return UNANSWERED;
  if (answer.na === true) return item.na_allowed ? NA : UNANSWERED;
  return answer.value === undefined ? UNANSWERED : valueCredit(item, answer.value);
}

/** The answer to an item, never something inherited from the object's prototype. */
export function answerOf(answers: Answers, itemId: string): Answer | undefined {
  return Object.hasOwn(answers, itemId) ? answers[itemId] : undefined;
}

/**
 * True when a credit crosses the item's red line: it is below `trigger_below` (default 1, any miss). Compared after
 * removing binary noise, so that a credit equal to the limit does not cross it (formulas 2.1).
 */
export function crossesRedLine(item: StandardItem, credit: number): boolean {
  if (item.critical === null) return false;
  const limit = item.critical.trigger_below ?? 1;
  return credit < limit && displayRound(credit, 9) < limit;
}

function valueCredit(item: StandardItem, value: AnswerValue): ItemCredit {
  switch (item.type) {
    case 'yes_no':
      return typeof value === 'boolean' ? scored(value ? 1 : 0) : UNANSWERED;
    case 'scale': {
      if (!isNumber(value) || !item.scale || item.scale.max <= item.scale.min) return UNANSWERED;
      return scored((value - item.scale.min) / (item.scale.max - item.scale.min));
    }
    case 'sample': {
      if (typeof value !== 'object' || value === null || !isNumber(value.ok) || !isNumber(value.n)) return UNANSWERED;
      if (value.n <= 0) return item.na_allowed ? NA : UNANSWERED;
      return scored(value.ok / value.n);
    }
    case 'numeric_max':
    case 'numeric_min': {
      if (!isNumber(value) || !item.numeric || item.numeric.full_at === item.numeric.zero_at) return UNANSWERED;
      const { full_at: full, zero_at: zero } = item.numeric;
      return scored((zero - value) / (zero - full));
    }
    case 'choice': {
      const option = item.options?.find((candidate) => candidate.code === value);
      return option ? scored(option.credit) : UNANSWERED;
    }
    default:
      return UNANSWERED;
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

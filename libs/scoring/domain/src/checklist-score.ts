import type { Answers, ScoreResult, SectionScore, StandardBody, StandardSection } from '@wheelhouse/contracts';
import { displayRound } from '@wheelhouse/kernel';
import { FAIL_GRADE, gradeOf } from './grade.js';
import { answerOf, crossesRedLine, itemCredit } from './item-credit.js';

/** Points outside the sheet, as in GB/T 27922-2011: each special deduction costs 1, and at most one bonus of 1 counts. */
export interface SpecialPoints {
  deductions?: number;
  bonus?: number;
}

/** The parts of a standard that scoring needs. */
export type ScorableBody = Pick<StandardBody, 'scoring' | 'sections'>;

/**
 * The score of one filled-in standard version, 0–100, alike in browser and server (formulas 2.1).
 *
 * Section S = 100·Σ(w·c) / Σw over items that are not N/A. Total T = Σ(W·S) / ΣW over sections with something
 * applicable; in `flat` mode a section weighs what its applicable items weigh, which is 100·Σ(w·c) / Σw over all items.
 * An unanswered item counts 0 and makes the result incomplete, but crosses no red line. Everything N/A: null, never 0.
 */
export function scoreAudit(body: ScorableBody, answers: Answers): ScoreResult {
  return scoreChecklist(body, answers);
}

/**
 * {@link scoreAudit} with special deductions and bonus. Order (formulas 2.1): section caps, total, special points, total
 * caps (the lowest wins), clamp to 0–100. `raw` is the total after section caps and before all else.
 */
export function scoreChecklist(body: ScorableBody, answers: Answers, special: SpecialPoints = {}): ScoreResult {
  const tally: Tally = { triggered: [], totalCap: 100, failed: false, complete: true, naWeight: 0, weight: 0 };
  const flat = body.scoring.mode === 'flat';
  const sections: SectionScore[] = [];
  let points = 0;
  let weights = 0;
  for (const section of body.sections) {
    const { score, applicable } = scoreSection(section, answers, tally);
    sections.push({ id: section.id, score });
    if (score === null) continue;
    const weight = flat ? applicable : section.weight;
    points += weight * score;
    weights += weight;
  }
  const raw = weights > 0 ? points / weights : null;
  const final = raw === null ? null : clamp(Math.min(raw + specialPoints(special), tally.totalCap));
  const display = final === null ? null : displayRound(final, body.scoring.precision);
  const naWeightShare = tally.weight > 0 ? tally.naWeight / tally.weight : 0;
  return {
    sections,
    raw,
    final,
    display,
    grade: display === null ? null : tally.failed ? FAIL_GRADE : gradeOf(display, body.scoring.grades),
    triggered: tally.triggered,
    naWeightShare,
    complete: tally.complete,
    lowCoverage: displayRound(naWeightShare, 9) > body.scoring.na_share_warning,
  };
}

interface Tally {
  triggered: string[];
  totalCap: number;
  failed: boolean;
  complete: boolean;
  naWeight: number;
  weight: number;
}

function scoreSection(section: StandardSection, answers: Answers, tally: Tally) {
  let earned = 0;
  let applicable = 0;
  let cap = 100;
  for (const item of section.items) {
    const result = itemCredit(item, answerOf(answers, item.id));
    tally.weight += item.weight;
    if (result.state === 'na') {
      tally.naWeight += item.weight;
      continue;
    }
    applicable += item.weight;
    if (result.state === 'unanswered') {
      tally.complete = false;
      continue;
    }
    earned += item.weight * result.credit;
    if (!item.critical || !crossesRedLine(item, result.credit)) continue;
    tally.triggered.push(item.id);
    const { rule, cap: limit = 100 } = item.critical;
    if (rule === 'cap_section') cap = Math.min(cap, limit);
    else if (rule === 'zero_section') cap = 0;
    else if (rule === 'cap_total') tally.totalCap = Math.min(tally.totalCap, limit);
    else if (rule === 'zero_total') tally.totalCap = 0;
    else tally.failed = true;
  }
  return { score: applicable > 0 ? Math.min((100 * earned) / applicable, cap) : null, applicable };
}

function specialPoints({ deductions = 0, bonus = 0 }: SpecialPoints): number {
  return Math.min(1, bonus) - deductions;
}

function clamp(score: number): number {
  return Math.min(100, Math.max(0, score));
}

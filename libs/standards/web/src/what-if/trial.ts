import type { Answers, ScoreResult, StandardBody, StandardItem } from '@wheelhouse/contracts';
import { itemPoints, scoreAudit } from '@wheelhouse/scoring-domain';
import { allItems, answerWith, sampleAnswers } from '@wheelhouse/standards-domain';

export type TrialKind = 'good' | 'typical' | 'red' | 'random';
export type Given = 'good' | 'part' | 'miss' | 'na';

/** What is tried: how the sheet is filled in, and single answers changed by hand. */
export interface Trial {
  kind: TrialKind;
  seed: number;
  /** The red line that is missed when `kind` is `red`; the first one when there is no such item. */
  redItem: string;
  given: Readonly<Record<string, Given>>;
}

export interface TrialResult {
  answers: Answers;
  score: ScoreResult;
  /** The display score had no red line counted. */
  uncapped: number | null;
  /** Points of the total (0–100) that each applicable item is worth. */
  points: Map<string, number>;
}

type Sheet = Pick<StandardBody, 'scoring' | 'sections'>;

/** Items that are red lines. */
export const redLines = (body: Pick<StandardBody, 'sections'>): StandardItem[] =>
  allItems(body).filter(({ critical }) => critical !== null);

/** The answers of a trial to one version: those drawn, the missed red line, those changed by hand. */
export function trialAnswers(body: Pick<StandardBody, 'sections'>, { kind, seed, redItem, given }: Trial): Answers {
  const answers = sampleAnswers(body, kind === 'red' ? 'typical' : kind, seed);
  const reds = redLines(body);
  const red = kind === 'red' ? (reds.find(({ id }) => id === redItem) ?? reds[0]) : undefined;
  if (red) answers[red.id] = answerWith(red, 0);
  for (const item of allItems(body)) {
    const by = Object.hasOwn(given, item.id) ? given[item.id] : undefined;
    if (by === 'na') answers[item.id] = item.na_allowed ? { na: true } : (answers[item.id] ?? {});
    else if (by) answers[item.id] = answerWith(item, by === 'good' ? 1 : by === 'part' ? 0.5 : 0);
  }
  return answers;
}

/** Scores a trial with the function that scores every audit. */
export function tryOut(body: Sheet, trial: Trial): TrialResult {
  const answers = trialAnswers(body, trial);
  const without = {
    ...body,
    sections: body.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.critical ? { ...item, critical: null } : item)),
    })),
  };
  return {
    answers,
    score: scoreAudit(body, answers),
    uncapped: scoreAudit(without, answers).display,
    points: itemPoints(body, answers),
  };
}

import type { Answers, ScoreResult, StandardBody, VisitField, VisitRecord } from '@wheelhouse/contracts';
import { checkVisitRecord } from '@wheelhouse/audits-domain';
import type { FieldProblem } from '@wheelhouse/kernel';
import { itemCredit, scoreAudit } from '@wheelhouse/scoring-domain';
import type { AnswerCheck } from '@wheelhouse/standards-domain';

/** One screen of the form: the visit, a section, or the last look before submission. */
export interface FormStep {
  id: string;
  kind: 'visit' | 'section' | 'review';
  total: number;
  done: number;
}

/** What is not yet answered, or not rightly, by item id and by visit field id. */
export interface Missing {
  items: ReadonlyMap<string, FieldProblem>;
  visit: ReadonlyMap<string, FieldProblem>;
  count: number;
}

export const VISIT_STEP = 'visit';
export const REVIEW_STEP = 'review';

/** The visit fields that are asked: personal data only where the standard switches it on. */
export function askedFields(form: Pick<StandardBody, 'visit_record_unscored'>): VisitField[] {
  return (form.visit_record_unscored ?? []).filter((field) => field.default_enabled !== false);
}

const byId = (problems: FieldProblem[], prefix: string) =>
  new Map(problems.filter(({ field }) => field.startsWith(prefix)).map((p) => [p.field.slice(prefix.length), p]));

/** What a submission would be refused for. `check` is the standard's compiled answer check. */
export function missingOf(form: StandardBody, check: AnswerCheck, answers: Answers, record: VisitRecord): Missing {
  const items = byId(check(answers, 'submit'), 'answers.');
  const visit = byId(checkVisitRecord(askedFields(form), record, 'submit'), 'visitRecord.');
  return { items, visit, count: items.size + visit.size };
}

/** The screens in their order, with how much of each is done. */
export function stepsOf(form: StandardBody, missing: Missing, withVisit: boolean): FormStep[] {
  const fields = askedFields(form).length;
  const sections = form.sections.map((section): FormStep => {
    const open = section.items.filter((item) => missing.items.has(item.id)).length;
    return { id: section.id, kind: 'section', total: section.items.length, done: section.items.length - open };
  });
  const visit: FormStep = { id: VISIT_STEP, kind: 'visit', total: fields, done: fields - missing.visit.size };
  return [...(withVisit ? [visit] : []), ...sections, { id: REVIEW_STEP, kind: 'review', total: 0, done: 0 }];
}

/** Where to go on: the first screen on which something is missing, else the last look. */
export function firstOpenStep(steps: readonly FormStep[]): string {
  return steps.find((step) => step.done < step.total)?.id ?? REVIEW_STEP;
}

/** Where the next missing answer is, seen from a screen and going round; null when nothing is missing. */
export function nextMissing(
  form: StandardBody,
  missing: Missing,
  stepId: string,
): { step: string; target: string } | null {
  const all = [
    ...askedFields(form)
      .filter((field) => missing.visit.has(field.id))
      .map((field) => ({ step: VISIT_STEP, target: field.id })),
    ...form.sections.flatMap((section) =>
      section.items.filter((item) => missing.items.has(item.id)).map((item) => ({ step: section.id, target: item.id })),
    ),
  ];
  const order = [VISIT_STEP, ...form.sections.map(({ id }) => id)];
  const here = Math.max(0, order.indexOf(stepId));
  return all.find(({ step }) => order.indexOf(step) >= here) ?? all[0] ?? null;
}

/** The score of what is answered so far: unanswered items are left out instead of counting 0. */
export function scoreSoFar(form: StandardBody, answers: Answers): ScoreResult {
  const sections = form.sections.map((section) => ({
    ...section,
    items: section.items.filter((item) => itemCredit(item, answers[item.id]).state !== 'unanswered'),
  }));
  return scoreAudit({ scoring: form.scoring, sections: sections.filter(({ items }) => items.length > 0) }, answers);
}

/** The day so many days before a day, `YYYY-MM-DD`. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';
import { valueCheckOf, type ValueCheck } from './answer-values.js';

/** A draft may be unfinished; a submission must answer every item. */
export type AnswerCheckMode = 'draft' | 'submit';

/** What is wrong with some answers; empty when they may be kept (draft) or submitted. */
export type AnswerCheck = (answers: unknown, mode: AnswerCheckMode) => FieldProblem[];

/** Characters that a note or a reason may have. */
export const MAX_NOTE_LENGTH = 2000;
/** Problems that one check reports at most, beyond which a submission is not worth reading. */
const MAX_PROBLEMS = 600;

/** Control characters but line break and tab, and halves of surrogate pairs. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cs}/u;

/**
 * Makes the check of answers to one standard version, a closure over its items: make it once for each version, it is the
 * hot path of a submission. Problems carry the field `answers.<item id>` and `ANSWER.*` codes. Every answer is a value of
 * its item's type, or N/A where the item allows it, with a reason. A draft may lack answers and reasons. Evidence is not
 * asked for here.
 */
export function compileAnswerCheck(body: Pick<StandardBody, 'sections'>): AnswerCheck {
  const checks = new Map<string, ItemCheck>();
  for (const section of body.sections) {
    for (const item of section.items) checks.set(item.id, { naAllowed: item.na_allowed, value: valueCheckOf(item) });
  }
  return (answers, mode) => {
    if (!isRecord(answers)) return [{ field: 'answers', code: 'ANSWER.MALFORMED' }];
    const problems: FieldProblem[] = [];
    let answered = 0;
    for (const id of Object.keys(answers)) {
      if (problems.length >= MAX_PROBLEMS) return problems;
      const check = checks.get(id);
      const problem = check ? problemOf(answers[id], check, mode) : { code: 'ANSWER.UNKNOWN_ITEM' };
      if (check) answered++;
      if (problem) problems.push({ field: `answers.${id.slice(0, 100)}`, ...problem });
    }
    if (mode === 'submit' && answered < checks.size) {
      for (const id of checks.keys()) {
        if (!Object.hasOwn(answers, id)) problems.push({ field: `answers.${id}`, code: 'ANSWER.MISSING' });
      }
    }
    return problems;
  };
}

interface ItemCheck {
  naAllowed: StandardItem['na_allowed'];
  value: ValueCheck;
}

type Problem = Omit<FieldProblem, 'field'>;

function problemOf(answer: unknown, check: ItemCheck, mode: AnswerCheckMode): Problem | null {
  if (!isRecord(answer)) return { code: 'ANSWER.MALFORMED' };
  for (const key of Object.keys(answer)) {
    if (key === 'value' || key === 'na') continue;
    if (key !== 'note' && key !== 'naReason') return { code: 'ANSWER.UNKNOWN_KEY', params: { key: key.slice(0, 40) } };
    const problem = textProblem(answer[key]);
    if (problem) return problem;
  }
  const { value, na } = answer;
  if (na !== undefined) return naProblem(answer, check, mode);
  if (value === undefined) return mode === 'submit' ? { code: 'ANSWER.MISSING' } : null;
  return check.value(value);
}

function naProblem(answer: Record<string, unknown>, check: ItemCheck, mode: AnswerCheckMode): Problem | null {
  if (answer['na'] !== true) return { code: 'ANSWER.MALFORMED' };
  if (!check.naAllowed) return { code: 'ANSWER.NA_NOT_ALLOWED' };
  if (answer['value'] !== undefined) return { code: 'ANSWER.NA_WITH_VALUE' };
  const reason = answer['naReason'];
  const given = typeof reason === 'string' && reason.trim() !== '';
  return given || mode === 'draft' ? null : { code: 'ANSWER.NA_REASON_MISSING' };
}

function textProblem(text: unknown): Problem | null {
  if (text === undefined) return null;
  if (typeof text !== 'string') return { code: 'ANSWER.MALFORMED' };
  if (text.length > MAX_NOTE_LENGTH) return { code: 'ANSWER.TEXT_TOO_LONG', params: { max: MAX_NOTE_LENGTH } };
  return UNPRINTABLE.test(text) ? { code: 'ANSWER.CONTROL_CHARACTERS' } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

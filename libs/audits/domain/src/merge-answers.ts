import type { Answer, Answers } from '@wheelhouse/contracts';
import { sameContent } from './content.js';

type Change = Answer | null;

/** Changed answers by item; null takes one back. */
export type AnswerChanges = Record<string, Change>;

/**
 * Lays `changes` over a draft that somebody else may have worked on meanwhile. `before` is what the sender believed each
 * answer to be: one that is something else by now, and not what is sent either, is a conflict. It stays as it is and is
 * answered, so that a person can decide. What `before` does not name is laid over whatever is there.
 */
export function mergeAnswers(
  current: Answers,
  changes: AnswerChanges,
  before: AnswerChanges,
): { accepted: AnswerChanges; conflicts: AnswerChanges } {
  const accepted: AnswerChanges = {};
  const conflicts: AnswerChanges = {};
  for (const [itemId, change] of Object.entries(changes)) {
    const now = Object.hasOwn(current, itemId) ? (current[itemId] ?? null) : null;
    const believed = Object.hasOwn(before, itemId) ? (before[itemId] ?? null) : now;
    if (sameContent(now, believed) || sameContent(now, change)) accepted[itemId] = change;
    else conflicts[itemId] = now;
  }
  return { accepted, conflicts };
}

/** `answers` with `changes` on top. */
export function withChanges(answers: Answers, changes: AnswerChanges): Answers {
  const all: AnswerChanges = { ...answers, ...changes };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Answer] => entry[1] !== null));
}

/** What was done, oldest first, and what was taken back, nearest first. Values are never changed in place. */
export interface History<T> {
  now: T;
  past: readonly T[];
  future: readonly T[];
  /** What the last step was about and when; typing on in the same field belongs to the same step. */
  last: { about: string; at: number } | null;
}

/** Steps that can be taken back. */
const MOST = 200;
/** A pause of this length in typing begins a new step. */
const PAUSE_MS = 1_500;

export const startHistory = <T>(now: T): History<T> => ({ now, past: [], future: [], last: null });

/** A further step. With `about` (a field) it joins the step before, if that was the same field a moment ago. */
export function step<T>(history: History<T>, next: T, at: number, about = ''): History<T> {
  if (next === history.now) return history;
  const joins = about !== '' && history.last?.about === about && at - history.last.at < PAUSE_MS;
  const past = joins ? history.past : [...history.past, history.now].slice(-MOST);
  return { now: next, past, future: [], last: { about, at } };
}

/** One step back; the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { now: before, past: history.past.slice(0, -1), future: [history.now, ...history.future], last: null };
}

/** One step forward again; the same history when nothing was taken back. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { now: next, past: [...history.past, history.now], future, last: null };
}

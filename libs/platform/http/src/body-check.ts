import type { FieldProblem } from '@wheelhouse/kernel';

// C0 and C1 controls but for tab and line ends; bidirectional overrides, with which a name can pretend to be another.

const HOSTILE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether a text can be shown and stored as it is. Right-to-left scripts and 4-byte characters can. */
export function isClean(text: string): boolean {
  return !HOSTILE.test(text) && !LONE_SURROGATE.test(text);
}

const MAX_DEPTH = 20;

/** Walks any JSON and names every text (key or value) that holds hostile characters, and structures that are too deep. */
export function hostileTexts(value: unknown, path = '', depth = 0): FieldProblem[] {
  if (typeof value === 'string') return isClean(value) ? [] : [{ field: path, code: 'FIELD.CONTROL_CHARACTERS' }];
  if (value === null || typeof value !== 'object') return [];
  if (depth > MAX_DEPTH) return [{ field: path, code: 'FIELD.FORMAT', params: { expected: `depth ≤ ${MAX_DEPTH}` } }];
  if (Array.isArray(value)) return value.flatMap((entry, i) => hostileTexts(entry, `${path}[${i}]`, depth + 1));
  return Object.entries(value).flatMap(([key, entry]) => {
    const field = path ? `${path}.${key}` : key;
    return isClean(key)
      ? hostileTexts(entry, field, depth + 1)
      : [{ field: path || '(key)', code: 'FIELD.CONTROL_CHARACTERS' }];
  });
}

/** Values (texts, numbers, lists, objects) that one request may hold: a standard of 500 items has about 25,000. */
const MAX_VALUES = 100_000;

/**
 * Names the field that makes a body too big to be worth checking: 2 MiB can hold a million small values, over which
 * checkers would take seconds. Deep ones are refused by `hostileTexts`.
 */
export function tooManyValues(body: unknown): FieldProblem[] {
  if (typeof body !== 'object' || body === null) return [];
  let count = 0;
  for (const [field, entry] of Object.entries(body)) {
    const waiting: unknown[] = [entry];
    while (waiting.length > 0) {
      if (++count > MAX_VALUES) return [{ field, code: 'FIELD.TOO_MANY', params: { max: MAX_VALUES } }];
      const value = waiting.pop();
      if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) waiting.push(inner);
    }
  }
  return [];
}

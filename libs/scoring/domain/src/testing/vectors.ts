import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** A file of worked cases: input and expected output to 6 significant digits. */
export interface VectorCase<I, E> {
  input: I;
  expected: E;
  note: string;
}

/** The cases of one file in `vectors/`. */
export function vectorsOf<I, E>(name: string): VectorCase<I, E>[] {
  const text = readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { cases: VectorCase<I, E>[] }).cases;
}

/** Every figure that is expected agrees to a relative 1e-5; strings, booleans and null agree exactly. */
export function expectFigures(actual: unknown, expected: unknown, path = ''): void {
  if (typeof expected === 'number') {
    expect(typeof actual).toBe('number');
    const distance = Math.abs((actual as number) - expected);
    if (distance > 1e-5 * Math.max(Math.abs(expected), 1e-6)) throw new Error(`${path}: ${actual}, not ${expected}`);
  } else if (Array.isArray(expected)) {
    expect(Array.isArray(actual)).toBe(true);
    expect((actual as unknown[]).length).toBe(expected.length);
    expected.forEach((value, i) => expectFigures((actual as unknown[])[i], value, `${path}[${i}]`));
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected)) {
      expectFigures((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
    }
  } else if (actual !== expected) throw new Error(`${path}: ${String(actual)}, not ${String(expected)}`);
}

import type { Measurement } from '@wheelhouse/contracts';
import type { LocalDate } from '@wheelhouse/kernel';
import { studentQuantile, wilsonInterval } from '@wheelhouse/scoring-domain';

/** What was observed in a group of outlets: scores (0–100), or how many of `n` audits passed an item. */
export type Sample =
  | {
      kind: 'mean';
      n: number;
      mean: number;
      /** Sample standard deviation; null for fewer than two. */ sd: number | null;
    }
  | { kind: 'rate'; n: number; passed: number };

/** The days that a sample covers, both inside. */
export interface Window {
  from: LocalDate;
  to: LocalDate;
}

/** The figure of a sample, 0–100. */
export function valueOf(sample: Sample): number {
  return sample.kind === 'mean' ? sample.mean : (100 * sample.passed) / sample.n;
}

/**
 * A sample as people see it, with its 95 % interval: of a mean Student's (formulas 2.9), of a rate Wilson's (2.10), in
 * percent and cut off at 0 and 100. A single score has no interval; an empty sample is no measurement (null).
 */
export function measurementOf(sample: Sample, { from, to }: Window): Measurement | null {
  if (sample.n <= 0) return null;
  const [low, high] = sample.kind === 'mean' ? meanLimits(sample) : rateLimits(sample);
  return { value: valueOf(sample), low, high, n: sample.n, from, to };
}

function meanLimits({ n, mean, sd }: Extract<Sample, { kind: 'mean' }>): [number | null, number | null] {
  if (n < 2 || sd === null) return [null, null];
  const half = (studentQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return [Math.max(0, mean - half), Math.min(100, mean + half)];
}

function rateLimits({ n, passed }: Extract<Sample, { kind: 'rate' }>): [number, number] {
  const { low, high } = wilsonInterval(passed, n);
  return [100 * low, 100 * high];
}

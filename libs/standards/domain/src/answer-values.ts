import type { StandardItem } from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';

/** What is wrong with a value that answers one item; null when it fits the item's type. */
export type ValueCheck = (value: unknown) => Omit<FieldProblem, 'field'> | null;

/** The largest sample that an answer may report. */
export const MAX_SAMPLE = 10_000;

/** The check of one item's values, with the item's limits bound. */
export function valueCheckOf(item: StandardItem): ValueCheck {
  switch (item.type) {
    case 'yes_no':
      return (value) => (typeof value === 'boolean' ? null : { code: 'ANSWER.NOT_YES_NO' });
    case 'scale':
      return scaleCheck(item.scale?.min ?? 0, item.scale?.max ?? 0);
    case 'sample':
      return sampleCheck(item.na_allowed);
    case 'numeric_max':
    case 'numeric_min':
      return (value) => (typeof value === 'number' && Number.isFinite(value) ? null : { code: 'ANSWER.NOT_A_NUMBER' });
    case 'choice':
      return choiceCheck((item.options ?? []).map((option) => option.code));
  }
}

function scaleCheck(min: number, max: number): ValueCheck {
  const problem = { code: 'ANSWER.NOT_ON_SCALE', params: { min, max } };
  return (value) => (Number.isInteger(value) && (value as number) >= min && (value as number) <= max ? null : problem);
}

/** `{ok, n}`: whole numbers, 0 ≤ ok ≤ n ≤ 10,000. An empty sample means N/A, so the item must allow that. */
function sampleCheck(naAllowed: boolean): ValueCheck {
  const problem = { code: 'ANSWER.NOT_A_SAMPLE', params: { max: MAX_SAMPLE } };
  return (value) => {
    if (typeof value !== 'object' || value === null) return problem;
    for (const key of Object.keys(value)) if (key !== 'ok' && key !== 'n') return problem;
    const { ok, n } = value as { ok: number; n: number };
    if (!Number.isInteger(ok) || !Number.isInteger(n) || ok < 0 || ok > n || n > MAX_SAMPLE) return problem;
    return n === 0 && !naAllowed ? { code: 'ANSWER.SAMPLE_EMPTY' } : null;
  };
}

function choiceCheck(options: readonly string[]): ValueCheck {
  const codes = new Set<unknown>(options);
  return (value) => (codes.has(value) ? null : { code: 'ANSWER.NOT_AN_OPTION' });
}

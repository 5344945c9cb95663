import type { StandardItem } from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';

const PART_OF = {
  yes_no: null,
  scale: 'scale',
  sample: 'sample',
  numeric_max: 'numeric',
  numeric_min: 'numeric',
  choice: 'options',
} as const;

/** What is wrong with the part that an item's type needs: steps and anchors, sample size, limits, options. */
export function partProblems(at: string, item: StandardItem): FieldProblem[] {
  const part = PART_OF[item.type];
  if (part === null) return [];
  if (item[part] === undefined) return [{ field: `${at}.${part}`, code: 'STANDARD.PART_MISSING', params: { part } }];
  return [
    ...scaleProblems(at, item),
    ...sampleProblems(at, item),
    ...numericProblems(at, item),
    ...optionProblems(at, item),
  ];
}

/** What is wrong with an item's red line. Any credit below `trigger_below` (default 1) crosses it. */
export function criticalProblems(at: string, { critical }: StandardItem): FieldProblem[] {
  if (!critical) return [];
  const problems: FieldProblem[] = [];
  const { rule, cap, trigger_below: limit = 1 } = critical;
  if (rule === 'cap_total' || rule === 'cap_section') {
    if (cap === undefined) problems.push({ field: `${at}.critical.cap`, code: 'STANDARD.CAP_MISSING' });
    else if (cap < 0 || cap > 100) problems.push({ field: `${at}.critical.cap`, code: 'STANDARD.CAP_RANGE' });
  }
  if (limit <= 0 || limit > 1) problems.push({ field: `${at}.critical.trigger_below`, code: 'STANDARD.TRIGGER_RANGE' });
  return problems;
}

function scaleProblems(at: string, { type, scale }: StandardItem): FieldProblem[] {
  if (type !== 'scale' || !scale) return [];
  if (scale.max <= scale.min) return [{ field: `${at}.scale.max`, code: 'STANDARD.SCALE_RANGE' }];
  const expected = scale.max - scale.min + 1;
  return (['anchors_en', 'anchors_zh'] as const).flatMap((anchors) => {
    const actual = scale[anchors].filter((anchor) => anchor.trim() !== '').length;
    const complete = actual === expected && scale[anchors].length === expected;
    return complete
      ? []
      : [{ field: `${at}.scale.${anchors}`, code: 'STANDARD.SCALE_ANCHORS', params: { expected, actual } }];
  });
}

function sampleProblems(at: string, { type, sample }: StandardItem): FieldProblem[] {
  if (type !== 'sample' || !sample || sample.size >= 1) return [];
  return [{ field: `${at}.sample.size`, code: 'STANDARD.SAMPLE_SIZE' }];
}

function numericProblems(at: string, { type, numeric }: StandardItem): FieldProblem[] {
  if ((type !== 'numeric_max' && type !== 'numeric_min') || !numeric) return [];
  const field = `${at}.numeric.zero_at`;
  if (numeric.full_at === numeric.zero_at) return [{ field, code: 'STANDARD.NUMERIC_EQUAL' }];
  const lowerIsBetter = numeric.full_at < numeric.zero_at;
  if (lowerIsBetter === (type === 'numeric_max')) return [];
  return [{ field, code: type === 'numeric_max' ? 'STANDARD.NUMERIC_ORDER_MAX' : 'STANDARD.NUMERIC_ORDER_MIN' }];
}

function optionProblems(at: string, { type, options }: StandardItem): FieldProblem[] {
  if (type !== 'choice' || !options) return [];
  const problems: FieldProblem[] = [];
  if (options.length < 2) problems.push({ field: `${at}.options`, code: 'STANDARD.OPTIONS_TOO_FEW' });
  const codes = new Set<string>();
  options.forEach((option, i) => {
    const field = `${at}.options[${i}]`;
    if (codes.has(option.code)) {
      problems.push({ field: `${field}.code`, code: 'STANDARD.DUPLICATE_ID', params: { id: option.code } });
    }
    codes.add(option.code);
    for (const language of ['en', 'zh'] as const) {
      if (option[language].trim() === '')
        problems.push({ field: `${field}.${language}`, code: 'STANDARD.TEXT_MISSING' });
    }
    if (option.credit < 0 || option.credit > 1)
      problems.push({ field: `${field}.credit`, code: 'STANDARD.OPTION_CREDIT' });
  });
  if (!options.some((option) => option.credit === 1)) {
    problems.push({ field: `${at}.options`, code: 'STANDARD.OPTIONS_NO_FULL' });
  }
  return problems;
}

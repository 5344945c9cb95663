import type { LocalizedText, FieldProblem } from '@wheelhouse/kernel';
import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import { criticalProblems, partProblems } from './item-parts.js';
import { questionRemarks } from './question-remarks.js';

export interface PublishCheck {
  /** What refuses publication. */
  problems: FieldProblem[];
  /** What the author should look at. */
  warnings: FieldProblem[];
}

/**
 * The whole check before a standard is published and frozen: at least one section and item, unique ids, weights above 0,
 * texts in both languages, grades without a gap down to 0, the parts that each item type needs, red-line rules, and codes
 * that the dictionaries hold. Expects a well-formed body (`checkStandardShape`). Codes are `STANDARD.*`.
 */
export function checkPublishable(body: StandardBody): PublishCheck {
  const problems: FieldProblem[] = [
    ...textProblems('name', body.name),
    ...gradeProblems(body.scoring.grades),
    ...duplicates(body),
  ];
  const warnings: FieldProblem[] = [];
  if (body.sections.length === 0) problems.push({ field: 'sections', code: 'STANDARD.NO_SECTION' });
  body.sections.forEach((section, s) => {
    const field = `sections[${s}]`;
    problems.push(...textProblems(field, section), ...weightProblems(field, section.weight));
    if (section.items.length === 0) problems.push({ field: `${field}.items`, code: 'STANDARD.NO_ITEM' });
    section.items.forEach((item, i) => {
      const at = `${field}.items[${i}]`;
      problems.push(...textProblems(at, item), ...weightProblems(at, item.weight), ...partProblems(at, item));
      problems.push(...criticalProblems(at, item), ...codeProblems(at, item, body));
      warnings.push(...itemWarnings(at, item));
    });
  });
  body.visit_record_unscored?.forEach((field, i) => {
    problems.push(...textProblems(`visit_record_unscored[${i}]`, field));
  });
  return { problems, warnings: [...weightWarnings(body), ...warnings] };
}

function textProblems(field: string, text: LocalizedText): FieldProblem[] {
  return (['en', 'zh'] as const)
    .filter((language) => text[language].trim() === '')
    .map((language) => ({ field: `${field}.${language}`, code: 'STANDARD.TEXT_MISSING' }));
}

function weightProblems(field: string, weight: number): FieldProblem[] {
  return weight > 0 ? [] : [{ field: `${field}.weight`, code: 'STANDARD.WEIGHT_NOT_POSITIVE' }];
}

function gradeProblems(grades: [string, number][]): FieldProblem[] {
  const field = 'scoring.grades';
  if (grades.length === 0) return [{ field, code: 'STANDARD.GRADES_EMPTY' }];
  const problems: FieldProblem[] = [];
  const names = new Set<string>();
  grades.forEach(([name, lowest], i) => {
    const above = grades[i - 1];
    if (name.trim() === '') problems.push({ field: `${field}[${i}][0]`, code: 'STANDARD.TEXT_MISSING' });
    if (names.has(name))
      problems.push({ field: `${field}[${i}][0]`, code: 'STANDARD.DUPLICATE_ID', params: { id: name } });
    names.add(name);
    if (above && above[1] <= lowest) problems.push({ field: `${field}[${i}][1]`, code: 'STANDARD.GRADES_ORDER' });
  });
  if ((grades[0]?.[1] ?? 0) > 100) problems.push({ field: `${field}[0][1]`, code: 'STANDARD.GRADES_START' });
  const last = grades.length - 1;
  if (grades[last]?.[1] !== 0) problems.push({ field: `${field}[${last}][1]`, code: 'STANDARD.GRADES_END' });
  return problems;
}

function duplicates(body: StandardBody): FieldProblem[] {
  const sections = body.sections.map(({ id }, s) => ({ id, field: `sections[${s}].id` }));
  const items = body.sections.flatMap((section, s) =>
    section.items.map(({ id }, i) => ({ id, field: `sections[${s}].items[${i}].id` })),
  );
  const visit = (body.visit_record_unscored ?? []).map(({ id }, i) => ({
    id,
    field: `visit_record_unscored[${i}].id`,
  }));
  return [sections, items, visit].flatMap((entries) => {
    const seen = new Set<string>();
    return entries.flatMap(({ id, field }) => {
      if (seen.has(id)) return [{ field, code: 'STANDARD.DUPLICATE_ID', params: { id } }];
      seen.add(id);
      return [];
    });
  });
}

function codeProblems(at: string, item: StandardItem, { dictionaries }: StandardBody): FieldProblem[] {
  const used: [field: string, dictionary: keyof StandardBody['dictionaries'], code: string | null][] = [
    ['department', 'departments', item.department],
    ['servqual', 'servqual', item.servqual],
    ['mot', 'moments_of_truth', item.mot],
    ...item.evidence.kind.map((kind, i): [string, 'evidence', string] => [`evidence.kind[${i}]`, 'evidence', kind]),
  ];
  return used
    .filter(([, dictionary, code]) => code !== null && !Object.hasOwn(dictionaries[dictionary], code))
    .map(([field, dictionary, code]) => ({
      field: `${at}.${field}`,
      code: 'STANDARD.UNKNOWN_CODE',
      params: { code: code ?? '', dictionary },
    }));
}

function weightWarnings({ sections, scoring }: StandardBody): FieldProblem[] {
  const sum = Number(sections.reduce((total, section) => total + section.weight, 0).toFixed(6));
  if (scoring.mode === 'flat' || sections.length === 0 || sum === 100) return [];
  return [{ field: 'sections', code: 'STANDARD.WEIGHTS_NOT_100', params: { sum } }];
}

function itemWarnings(at: string, item: StandardItem): FieldProblem[] {
  const warnings = questionRemarks(at, item);
  if (item.evidence.kind.length === 0) warnings.push({ field: `${at}.evidence.kind`, code: 'STANDARD.NO_EVIDENCE' });
  return warnings;
}

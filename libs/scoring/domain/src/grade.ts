/** The grade of an audit in which a red line with the rule `fail` was crossed; its score is kept. */
export const FAIL_GRADE = 'FAIL';

/**
 * The grade of a displayed score: the first band, from the top, whose lower limit it reaches (formulas 2.1; grades are
 * decided on the *displayed* figure, so that what people see and what is decided agree). Bands are descending and the
 * last begins at 0; a score below every band gets the last. Null without bands.
 */
export function gradeOf(display: number, grades: readonly (readonly [string, number])[]): string | null {
  for (const [grade, lowest] of grades) if (display >= lowest) return grade;
  return grades.at(-1)?.[0] ?? null;
}

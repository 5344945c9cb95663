import type { VisitField, VisitRecord } from '@wheelhouse/contracts';
import type { FieldProblem } from '@wheelhouse/kernel';

/** Longest reply to a visit field, in characters. */
export const VISIT_TEXT_MAX = 4000;
const CODE_MAX = 100;

const DATE_TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** `draft`: what is there must be right. `submit`: and nothing that is required may be missing. */
export type VisitRecordMode = 'draft' | 'submit';

/**
 * Checks the replies to a mystery shop's unscored visit fields. Problems name `visitRecord.<field id>`. An empty text is
 * no reply; a text's minimum length is asked for only on submission.
 */
export function checkVisitRecord(
  fields: readonly VisitField[],
  record: VisitRecord,
  mode: VisitRecordMode,
): FieldProblem[] {
  const known = new Map(fields.map((field) => [field.id, field]));
  const problems: FieldProblem[] = [];
  for (const [id, value] of Object.entries(record)) {
    const field = known.get(id);
    const problem = field ? problemOf(field, value, mode) : { code: 'FIELD.UNKNOWN' };
    if (problem) problems.push({ field: `visitRecord.${id}`, ...problem });
  }
  if (mode === 'draft') return problems;
  for (const field of fields) {
    if (field.required && !isGiven(record, field.id))
      problems.push({ field: `visitRecord.${field.id}`, code: 'FIELD.REQUIRED' });
  }
  return problems;
}

/** Whether a reply says that the visit does not count, such as a shopper who was recognised. */
export function isInvalidated(fields: readonly VisitField[], record: VisitRecord): boolean {
  return fields.some(
    (field) =>
      field.invalidates_if !== undefined &&
      Object.hasOwn(record, field.id) &&
      record[field.id] === field.invalidates_if,
  );
}

function isGiven(record: VisitRecord, id: string): boolean {
  if (!Object.hasOwn(record, id)) return false;
  const value = record[id];
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}

type Problem = Omit<FieldProblem, 'field'>;

const wrongType = (expected: string): Problem => ({ code: 'FIELD.TYPE', params: { expected } });

function problemOf(field: VisitField, value: unknown, mode: VisitRecordMode): Problem | null {
  switch (field.type) {
    case 'yes_no':
      return typeof value === 'boolean' ? null : wrongType('true/false');
    case 'nps':
      if (typeof value !== 'number' || !Number.isInteger(value)) return wrongType('integer');
      return value < 0 || value > 10 ? { code: 'FIELD.RANGE', params: { min: 0, max: 10 } } : null;
    case 'datetime':
      if (typeof value !== 'string') return wrongType('string');
      return value === '' || (DATE_TIME.test(value) && !Number.isNaN(Date.parse(value)))
        ? null
        : { code: 'FIELD.FORMAT', params: { expected: 'YYYY-MM-DDThh:mm' } };
    case 'text':
    case 'code':
    case 'photo':
      return typeof value === 'string' ? textProblem(field, value, mode) : wrongType('string');
  }
}

function textProblem(field: VisitField, value: string, mode: VisitRecordMode): Problem | null {
  const max = field.type === 'text' ? VISIT_TEXT_MAX : CODE_MAX;
  const length = [...value].length;
  if (length > max) return { code: 'FIELD.TOO_LONG', params: { max } };
  const min = field.min_chars ?? 0;
  return mode === 'submit' && value.trim() !== '' && length < min ? { code: 'FIELD.TOO_SHORT', params: { min } } : null;
}

import type { Answers, AuditKind, VisitRecord } from '@wheelhouse/contracts';
import type { LocalDate } from '@wheelhouse/kernel';

/** What a submission says: the part of an audit that never changes once it is submitted. */
export interface SubmissionContent {
  outletId: string;
  kind: AuditKind;
  standardVersionId: string;
  assignmentId: string | null;
  visitDate: LocalDate;
  answers: Answers;
  visitRecord: VisitRecord;
}

const FIELDS = ['outletId', 'kind', 'standardVersionId', 'assignmentId', 'visitDate'] as const;

/**
 * The one text for a submission's content, however its keys were ordered and whatever else the object carries: two
 * submissions are the same exactly when these texts are. It is what gets hashed and stored.
 */
export function canonicalContent(content: SubmissionContent): string {
  const { outletId, kind, standardVersionId, assignmentId, visitDate, answers, visitRecord } = content;
  return canonical({ outletId, kind, standardVersionId, assignmentId, visitDate, answers, visitRecord });
}

/** Names everything in which two submissions differ: fields, `visitRecord.<field id>`, `answers.<item id>`. Empty: the same. */
export function differences(a: SubmissionContent, b: SubmissionContent): string[] {
  return [
    ...FIELDS.filter((field) => a[field] !== b[field]),
    ...differingKeys(a.visitRecord, b.visitRecord).map((id) => `visitRecord.${id}`),
    ...differingKeys(a.answers, b.answers).map((id) => `answers.${id}`),
  ];
}

/** Whether two values are the same content, however their keys are ordered. */
export const sameContent = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function differingKeys(a: Record<string, unknown>, b: Record<string, unknown>): string[] {
  const own = (object: Record<string, unknown>, key: string) =>
    Object.hasOwn(object, key) ? canonical(object[key]) : undefined;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort().filter((key) => own(a, key) !== own(b, key));
}

/** JSON with sorted keys and without undefined members; −0 is 0, as in JSON. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const object = value as Record<string, unknown>;
  const keys = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`).join(',')}}`;
}

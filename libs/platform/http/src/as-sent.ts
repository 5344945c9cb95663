import { DomainError, type FieldProblem } from '@wheelhouse/kernel';
import { Allow } from 'class-validator';

const AS_SENT = Symbol('wheelhouse:as-sent');

/**
 * Marks an object of a body that has a checker of its own (a standard's document, answers): it must be there and be an
 * object, and it reaches the controller as it was parsed, neither copied nor walked by class-transformer, which takes some
 * 6 µs for each value. Hostile characters are looked for all the same.
 */
export function AsSent(): PropertyDecorator {
  return (target, key) => {
    Allow()(target, String(key));
    Reflect.defineMetadata(AS_SENT, [...keysAsSent(target), String(key)], target);
  };
}

/** Parts a body into what class-validator checks and the documents that are left as they are. @throws REQUEST.INVALID */
export function partDocuments(
  body: object,
  dto: { prototype: object } | undefined,
): { envelope: object; documents: object } {
  const keys = dto?.prototype ? keysAsSent(dto.prototype) : [];
  if (keys.length === 0) return { envelope: body, documents: {} };
  const all = new Map<string, unknown>(Object.entries(body));
  const problems = keys.flatMap((field): FieldProblem[] => {
    if (!all.has(field)) return [{ field, code: 'FIELD.REQUIRED' }];
    return isObject(all.get(field)) ? [] : [{ field, code: 'FIELD.TYPE', params: { expected: 'object' } }];
  });
  if (problems.length > 0) throw new DomainError('REQUEST.INVALID', {}, problems);
  const within = (wanted: boolean) => Object.fromEntries([...all].filter(([key]) => keys.includes(key) === wanted));
  return { envelope: within(false), documents: within(true) };
}

/** The names of the fields of a DTO that are marked so. */
export const keysAsSent = (target: object): string[] =>
  (Reflect.getMetadata(AS_SENT, target) as string[] | undefined) ?? [];
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

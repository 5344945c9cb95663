import type { FieldProblem } from '@wheelhouse/kernel';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { STANDARD_LIMITS, STANDARD_SCHEMA } from './standard.schema.js';

/** Problems that one check reports at most. */
const MAX_PROBLEMS = 100;

let compiled: ValidateFunction | undefined;

/** Compiled when first used, so that a browser page that never imports a document needs no code generation. */
function validator(): ValidateFunction {
  return (compiled ??= new Ajv({ verbose: true, allErrors: true, allowUnionTypes: true, strictTuples: false }).compile(
    STANDARD_SCHEMA,
  ));
}

/**
 * What is malformed in a `standard.v1` document, given as parsed JSON: unknown or missing fields, wrong types, too long,
 * out of range, control characters. Empty: it is safe to keep as a draft (a `StandardBody`). Paths are written
 * `sections[2].items[0].weight`; codes are `FIELD.*`. At most 100 problems.
 */
export function checkStandardShape(document: unknown): FieldProblem[] {
  const validate = validator();
  if (!validate(document)) {
    const problems = new Map<string, FieldProblem>();
    for (const error of validate.errors ?? []) {
      if (problems.size >= MAX_PROBLEMS) break;
      const problem = problemOf(error, document);
      if (!problems.has(problem.field)) problems.set(problem.field, problem);
    }
    return [...problems.values()];
  }
  const { sections } = document as { sections: { items: unknown[] }[] };
  const items = sections.reduce((count, section) => count + section.items.length, 0);
  if (items <= STANDARD_LIMITS.items) return [];
  return [{ field: 'sections', code: 'FIELD.TOO_MANY', params: { max: STANDARD_LIMITS.items } }];
}

function problemOf(error: ErrorObject, document: unknown): FieldProblem {
  const params = error.params as Record<string, unknown>;
  const at = (extra?: unknown) => pathOf(error.instancePath, document, extra);
  switch (error.keyword) {
    case 'required':
      return { field: at(params['missingProperty']), code: 'FIELD.REQUIRED' };
    case 'additionalProperties':
      return { field: at(params['additionalProperty']), code: 'FIELD.UNKNOWN' };
    case 'type':
      return { field: at(), code: 'FIELD.TYPE', params: { expected: String(params['type']) } };
    case 'minimum':
    case 'maximum':
      return { field: at(), code: 'FIELD.RANGE', params: limits(error) };
    case 'maxLength':
      return { field: at(error.propertyName), code: 'FIELD.TOO_LONG', params: { max: Number(params['limit']) } };
    case 'minLength':
      return { field: at(), code: 'FIELD.REQUIRED' };
    case 'maxItems':
    case 'maxProperties':
      return { field: at(), code: 'FIELD.TOO_MANY', params: { max: Number(params['limit']) } };
    case 'minItems':
      return { field: at(), code: 'FIELD.TOO_FEW', params: { min: Number(params['limit']) } };
    case 'enum':
      return { field: at(), code: 'FIELD.ENUM', params: { allowed: (params['allowedValues'] as string[]).join(', ') } };
    case 'const':
      return { field: at(), code: 'FIELD.ENUM', params: { allowed: String(params['allowedValue']) } };
    case 'pattern':
      return formatProblem(at(error.propertyName), String(params['pattern']));
    default:
      return { field: at(params['propertyName']), code: 'FIELD.FORMAT', params: { expected: 'A-Z a-z 0-9 . _ -' } };
  }
}

/** A pattern is broken by control characters in a text, by the form of a version, or by the characters of a code. */
function formatProblem(field: string, pattern: string): FieldProblem {
  if (pattern.includes('p{Cs}')) return { field, code: 'FIELD.CONTROL_CHARACTERS' };
  const expected = pattern.includes('\\d') ? '1.0.0' : 'A-Z a-z 0-9 . _ -';
  return { field, code: 'FIELD.FORMAT', params: { expected } };
}

/** Both limits of a number, from the schema that refused it. */
function limits({ parentSchema, params }: ErrorObject): Record<string, number> {
  const { minimum = -Infinity, maximum = Infinity } = (parentSchema ?? {}) as { minimum?: number; maximum?: number };
  const limit = Number((params as { limit: number }).limit);
  return { min: Number.isFinite(minimum) ? minimum : limit, max: Number.isFinite(maximum) ? maximum : limit };
}

/** `/sections/2/items/0/weight` as `sections[2].items[0].weight`; the document itself is `document`. */
function pathOf(pointer: string, document: unknown, extra?: unknown): string {
  const keys = pointer.split('/').slice(1);
  let path = '';
  let value = document;
  for (const raw of keys) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    path += Array.isArray(value) ? `[${key}]` : `${path && '.'}${key}`;
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  if (extra !== undefined) path += `${path && '.'}${String(extra)}`;
  return path === '' ? 'document' : path.slice(0, 200);
}

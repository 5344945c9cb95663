import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldProblem } from '@wheelhouse/kernel';
import { partDocuments } from './as-sent.js';
import { hostileTexts, tooManyValues } from './body-check.js';

/** The house's one validation: whitelist, nothing unknown, no hostile characters; refusals name field and reason. */
@Injectable()
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      transformOptions: { exposeUnsetFields: false },
      exceptionFactory: (errors) =>
        new DomainError(
          'REQUEST.INVALID',
          {},
          errors.flatMap((error) => fieldProblems(error)),
        ),
    });
  }

  override async transform(given: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // A POST without a body is one without fields: what it lacks is named, and one whose fields are all optional may be bare.
    const value = metadata.type === 'body' && given === undefined ? {} : given;
    if (metadata.type === 'body' || metadata.type === 'query') {
      const tooMany = tooManyValues(value);
      const hostile = tooMany.length > 0 ? tooMany : hostileTexts(value);
      if (hostile.length > 0) throw new DomainError('REQUEST.INVALID', {}, hostile.slice(0, 50));
      if (metadata.type === 'body' && (value === null || typeof value !== 'object' || Array.isArray(value))) {
        throw new DomainError('REQUEST.INVALID', {}, [
          { field: '', code: 'FIELD.TYPE', params: { expected: 'object' } },
        ]);
      }
    }
    if (metadata.type !== 'body') return super.transform(value, metadata);
    const { envelope, documents } = partDocuments(value as object, metadata.metatype);
    return Object.assign((await super.transform(envelope, metadata)) as object, documents);
  }
}

/** One validation error and everything below it, as problems of fields. */
function fieldProblems(error: ValidationError, path = ''): FieldProblem[] {
  const isIndex = /^\d+$/.test(error.property);
  const field = isIndex ? `${path}[${error.property}]` : path ? `${path}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) =>
    toProblem(field, constraint, message, error),
  );
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, field))];
}

const numbersIn = (message: string) => [...message.matchAll(/-?\d+(?:\.\d+)?/g)].map((m) => Number(m[0]));

/** class-validator's constraint names, in our codes. Limits are read from its message, which always ends with them. */
function toProblem(field: string, constraint: string, message: string, error: ValidationError): FieldProblem {
  if ((error.value === undefined || error.value === '') && constraint !== 'whitelistValidation')
    return { field, code: 'FIELD.REQUIRED' };
  const numbers = numbersIn(message.replace(error.property, ''));
  const last = numbers.at(-1) ?? 0;
  switch (constraint) {
    case 'whitelistValidation':
      return { field, code: 'FIELD.UNKNOWN' };
    case 'isDefined':
    case 'isNotEmpty':
      return { field, code: 'FIELD.REQUIRED' };
    case 'maxLength':
      return { field, code: 'FIELD.TOO_LONG', params: { max: last } };
    case 'minLength':
      return { field, code: 'FIELD.TOO_SHORT', params: { min: last } };
    case 'isLength':
      return error.value && String(error.value).length > last
        ? { field, code: 'FIELD.TOO_LONG', params: { max: last } }
        : { field, code: 'FIELD.TOO_SHORT', params: { min: numbers.at(-2) ?? last } };
    case 'arrayMaxSize':
      return { field, code: 'FIELD.TOO_MANY', params: { max: last } };
    case 'arrayMinSize':
    case 'arrayNotEmpty':
      return { field, code: 'FIELD.TOO_FEW', params: { min: last || 1 } };
    case 'min':
      return { field, code: 'FIELD.RANGE', params: { min: last, max: '…' } };
    case 'max':
      return { field, code: 'FIELD.RANGE', params: { min: '…', max: last } };
    case 'isIn':
    case 'isEnum':
      return { field, code: 'FIELD.ENUM', params: { allowed: message.split(': ').at(-1) ?? '' } };
    case 'isString':
    case 'isInt':
    case 'isNumber':
    case 'isBoolean':
    case 'isObject':
    case 'isArray':
    case 'nestedValidation':
      return { field, code: 'FIELD.TYPE', params: { expected: TYPE_NAMES[constraint] } };
    case 'matches':
      return { field, code: 'FIELD.FORMAT', params: { expected: /\/(.*)\//.exec(message)?.[1] ?? 'pattern' } };
    default:
      return {
        field,
        code: 'FIELD.FORMAT',
        params: { expected: EXPECTED[constraint] ?? constraint.replace(/^is/, '') },
      };
  }
}

const TYPE_NAMES = {
  isString: 'string',
  isInt: 'integer',
  isNumber: 'number',
  isBoolean: 'true/false',
  isObject: 'object',
  isArray: 'list',
  nestedValidation: 'object',
} as const;

/** Forms that say more as an example than as a name. */
const EXPECTED: Record<string, string> = {
  isEmail: 'name@example.com',
  isUuid: 'UUID',
};

import type { JsonSchema } from './api-shapes.js';

/** One rule of class-validator on one field. */
export interface Rule {
  type: string;
  name?: string;
  each: boolean;
  constraints: unknown[];
}

/** A validator of the house brings its schema as its constraint: `constraints: [{ schema }]`. */
const ownSchema = ({ constraints }: Rule) =>
  (constraints?.[0] as { schema?: JsonSchema } | null | undefined)?.schema ?? undefined;

/** Writes one rule into the schema of its field, or of the entries of its list. */
export function restrict(schema: JsonSchema, rule: Rule): JsonSchema {
  if (rule.each) return { ...schema, type: 'array', items: restrict(schema.items ?? {}, { ...rule, each: false }) };
  if (schema.anyOf && !rule.name?.startsWith('array')) {
    return { ...schema, anyOf: schema.anyOf.map((each) => (each.type === 'null' ? each : restrict(each, rule))) };
  }
  return { ...schema, ...restriction(schema, rule) };
}

function restriction(schema: JsonSchema, rule: Rule): JsonSchema {
  const [first, second] = rule.constraints ?? [];
  const own = ownSchema(rule);
  if (own) return isNullable(schema) && own.type ? { ...own, type: [own.type as string, 'null'] } : own;
  switch (rule.name ?? rule.type) {
    case 'isString':
      return schema.type || schema.enum || schema.const ? {} : { type: 'string' };
    case 'isBoolean':
      return schema.type ? {} : { type: 'boolean' };
    case 'isNumber':
      return schema.type ? {} : { type: 'number' };
    case 'isObject':
      return schema.type || schema.$ref ? {} : { type: 'object' };
    case 'isArray':
      return { type: 'array' };
    case 'isInt':
      return { type: Array.isArray(schema.type) ? ['integer', 'null'] : 'integer' };
    case 'isUuid':
      return { ...typed(schema), format: 'uuid' };
    case 'isEmail':
      return { ...typed(schema), format: 'email' };
    case 'isIso8601':
      return { ...typed(schema), format: 'date-time' };
    case 'isUrl':
      return { ...typed(schema), format: 'uri' };
    case 'isNotEmpty':
      return schema.type === 'string' && schema.minLength === undefined ? { minLength: 1 } : {};
    case 'minLength':
      return { minLength: first as number };
    case 'maxLength':
      return { maxLength: first as number };
    case 'isLength':
      return { minLength: first as number, maxLength: second as number };
    case 'min':
      return { minimum: first as number };
    case 'max':
      return { maximum: first as number };
    case 'arrayMinSize':
      return { minItems: first as number };
    case 'arrayNotEmpty':
      return { minItems: 1 };
    case 'arrayMaxSize':
      return { maxItems: first as number };
    case 'matches':
      return { ...typed(schema), pattern: (first as RegExp).source };
    case 'isIn':
      return enumOf(first as unknown[], isNullable(schema));
    default:
      return {};
  }
}

/** With the type that all values have: generators of clients look at it. */
function enumOf(values: unknown[], orNull: boolean): JsonSchema {
  const types = [...new Set(values.map((value) => typeof value)), ...(orNull ? ['null'] : [])];
  const all = orNull ? [...values, null] : [...values];
  return { type: types.length === 1 ? types[0] : types, const: undefined, enum: all };
}
const isNullable = ({ type, enum: values }: JsonSchema) =>
  (Array.isArray(type) && type.includes('null')) || (values?.includes(null) ?? false);
const typed = ({ type }: JsonSchema): JsonSchema => (type ? {} : { type: 'string' });

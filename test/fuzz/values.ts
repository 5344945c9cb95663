import fc from 'fast-check';
import type { JsonSchema } from '@wheelhouse/platform-http';

/** Where values that mean something come from. */
export interface Pools {
  schemas: Record<string, JsonSchema>;
  /** Ids of the caller's own tenant, of a stranger's, and of nothing. */
  ids: fc.Arbitrary<string>;
}

/** Texts that have hurt somebody somewhere. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  'a\ud83d',
  '\u202e',
  '𠮷野家🐉',
  "'; DROP TABLE outlets; --",
  '%',
  '../../etc/passwd',
  '=1+1',
  '{{constructor}}',
  'null',
  '-1',
  '1e400',
  '9007199254740993',
  '2026-02-30',
  '0000-01-01',
  '275760-09-13',
  'x'.repeat(5_000),
  '👩‍👩‍👧‍👦'.repeat(60),
  '__proto__',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
);
const number = fc.oneof(
  fc.integer({ min: -3, max: 300 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e308, -1e308, 2 ** 31, 2 ** 53, 0.1 + 0.2, 5e-324),
);
const day = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('2026-03-01', '2026-03-04', '2026-03-09', '2026-03-15', '2026-04-30') },
  { weight: 1, arbitrary: fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29', '2026-13-01', 'yesterday') },
);
const moment = fc.constantFrom('2026-03-09T01:00:00.000Z', '2026-03-09T01:00:00+08:00', '2026-03-09', '1e9', '');

/** Anything that JSON can hold. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  text,
  number,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { a: { b: [1] } }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** What a schema asks for, and now and then something else. */
export function valueOf(schema: JsonSchema, pools: Pools, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(null).chain(() => proper(schema, pools, depth)) },
    { weight: 1, arbitrary: junk },
  );
}

function proper(schema: JsonSchema, pools: Pools, depth: number): fc.Arbitrary<unknown> {
  if (depth > 5) return fc.constantFrom(null, 'deep', []);
  if (schema.$ref) return valueOf(pools.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, pools, depth + 1);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => valueOf(each, pools, depth + 1)));
  const types = [schema.type].flat().filter((type) => type !== undefined);
  return types.length > 0 ? fc.oneof(...types.map((type) => ofType(type, schema, pools, depth))) : junk;
}

function ofType(type: string, schema: JsonSchema, pools: Pools, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.oneof(number, fc.constantFrom(...edges(schema)));
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, pools, depth + 1), { maxLength: 4 });
    case 'object':
      return objectOf(schema, pools, depth);
    default:
      return textOf(schema, pools);
  }
}

/** The bounds of a number, and their neighbours. */
const edges = ({ minimum = 0, maximum = 100 }: JsonSchema) => [
  minimum - 1,
  minimum,
  minimum + 1,
  maximum - 1,
  maximum,
  maximum + 1,
];

function textOf(
  { format, examples, minLength = 0, maxLength = 60 }: JsonSchema,
  { ids }: Pools,
): fc.Arbitrary<unknown> {
  if (format === 'uuid') return ids;
  if (format === 'date') return day;
  if (format === 'date-time') return moment;
  const bound = fc
    .constantFrom(minLength - 1, minLength, maxLength, maxLength + 1)
    .map((length) => 'n'.repeat(Math.max(0, length)));
  const known = examples?.length ? [{ weight: 3, arbitrary: fc.constantFrom(...examples) }] : [];
  return fc.oneof<fc.WeightedArbitrary<unknown>[]>(
    { weight: 3, arbitrary: text },
    { weight: 1, arbitrary: bound },
    ...known,
  );
}

function objectOf(schema: JsonSchema, pools: Pools, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, valueOf(field, pools, depth + 1)]),
  );
  const declared = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  if (typeof additionalProperties !== 'object') return declared;
  const more = fc.dictionary(
    fc.oneof(fc.constantFrom('A-01', 'A-03', 'B-04'), text),
    valueOf(additionalProperties, pools, depth + 1),
    { maxKeys: 3 },
  );
  return fc.tuple(declared, more).map(([one, other]) => ({ ...other, ...one }));
}

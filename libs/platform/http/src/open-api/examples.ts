import type { JsonSchema } from './api-shapes.js';

const ID = '0193a5c2-7b1e-7a53-9c40-5f1d2e3a4b5c';

/** What a text of this name looks like. */
const TEXTS: [RegExp, string][] = [
  [/^id$|Id$|Ids$/, ID],
  [/At$|^at$|^seen$/, '2026-11-23T01:00:00.000Z'],
  [/(On|Date|From|To|day)$|^(from|to|start|end|since|today)$/, '2026-11-23'],
  [/^period$|^week$/, '2026-W47'],
  [/email/i, 'lin@longxiang.demo'],
  [/password/i, 'a sentence that only I know'],
  [/^en$/, 'Hangzhou West'],
  [/^zh$/, '杭州西'],
  [/^code$/, 'SH-001'],
  [/timeZone/, 'Asia/Shanghai'],
  [/^accent$/, '#0f766e'],
  [/^slug$/, 'longxiang'],
  [/version$/i, '1.0.0'],
  [/name$/i, 'Lin Yue'],
];
const FORMATS: Record<string, string> = {
  uuid: ID,
  date: '2026-11-23',
  'date-time': '2026-11-23T01:00:00.000Z',
  email: 'lin@longxiang.demo',
  uri: 'https://example.com/',
};

/** An example of what a schema describes: its own where it has one, else one made from its type, format and name. */
export function exampleOf(schema: JsonSchema, schemas: Record<string, JsonSchema>, wish: Wish = {}): unknown {
  const { name = '', depth = 0 } = wish;
  if (schema.examples) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.$ref) return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, wish);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  const isTooDeep = depth > 6;
  if (schema.anyOf) {
    const wanted = isTooDeep ? schema.anyOf.at(-1) : schema.anyOf[0];
    return exampleOf(wanted ?? {}, schemas, wish);
  }
  switch (type) {
    case 'string':
      return textOf(schema, name);
    case 'integer':
    case 'number':
      return Math.min(schema.maximum ?? Infinity, Math.max(schema.minimum ?? -Infinity, 1));
    case 'boolean':
      return true;
    case 'array':
      if (schema.prefixItems)
        return schema.prefixItems.map((item) => exampleOf(item, schemas, { name, depth: depth + 1 }));
      return isTooDeep && !schema.minItems
        ? []
        : [exampleOf(schema.items ?? {}, schemas, { ...wish, name, depth: depth + 1 })];
    case 'object':
      return objectOf(schema, schemas, { ...wish, depth });
    default:
      return type === 'null' ? null : {};
  }
}

interface Wish {
  name?: string;
  depth?: number;
  /** Only what must be there, and of what may be absent one field where there would be none. */
  brief?: boolean;
}

function objectOf(schema: JsonSchema, schemas: Record<string, JsonSchema>, { brief, depth = 0 }: Wish): unknown {
  const names = Object.keys(schema.properties ?? {});
  const required = names.filter((name) => schema.required?.includes(name));
  const shown = !brief ? names : required.length > 0 ? required : names.slice(0, 1);
  return Object.fromEntries(
    shown.map((name) => [name, exampleOf(schema.properties?.[name] ?? {}, schemas, { name, depth: depth + 1, brief })]),
  );
}

function textOf({ format, minLength = 0 }: JsonSchema, name: string): string {
  const text = FORMATS[format ?? ''] ?? TEXTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'text';
  return text.padEnd(minLength, '.');
}

import fc from 'fast-check';
import { isUuid } from '@wheelhouse/kernel';
import type { JsonSchema } from '@wheelhouse/platform-http';
import type { World } from '../support/a-world.js';
import type { RouteCase } from '../support/route-case.js';
import { leavesOf, replaced } from '../support/variants.js';
import { junk, type Pools, valueOf } from './values.js';

export interface Operation {
  /** `GET /api/v1/outlets/{id}` */
  key: string;
  verb: string;
  path: string;
  parameters: { name: string; in: string; required?: boolean; schema?: JsonSchema }[];
  /** Of JSON. */
  body: JsonSchema | null;
  /** Of files. */
  mediaTypes: string[];
  example: RouteCase;
}

/** One request, before it is known who sends it. */
export interface Plan {
  operation: Operation;
  address: string;
  headers: Record<string, string>;
  payload: string | undefined;
  /** Index among the callers. */
  caller: number;
  /** Sent a second time, at once. */
  isRepeated: boolean;
}

/** The two tenants: whose callers send, and whose things nobody may see. */
export interface Sides {
  own: World;
  stranger: World;
  callers: number;
}

/** Password hashing and pictures cost as much as fifty reads. */
const COSTLY = /auth\/login|invitations\/accept|password|\/setup|tenants|logo|export\.xlsx|members$/;

/** Requests to all operations of the document, right ones and wrong ones. */
export function requests(operations: Operation[], pools: Pools, sides: Sides): fc.Arbitrary<Plan> {
  return fc.oneof(
    ...operations.map((operation) => ({
      weight: COSTLY.test(operation.path) && operation.verb !== 'GET' ? 1 : 8,
      arbitrary: fc.constant(null).chain(() => planOf(operation, pools, sides)),
    })),
  );
}

function planOf(operation: Operation, pools: Pools, sides: Sides): fc.Arbitrary<Plan> {
  return fc
    .record({
      address: addressOf(operation, pools, sides),
      content: contentOf(operation, pools, sides),
      headers: HEADERS,
      caller: fc.nat({ max: sides.callers - 1 }),
      isRepeated: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    })
    .map(({ address, content, headers, caller, isRepeated }) => ({
      ...{ operation, address, caller, isRepeated, payload: content.payload },
      headers: { ...withoutAbsent(headers), ...(content.type ? { 'content-type': content.type } : {}) },
    }));
}

const withoutAbsent = (headers: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null));

/** A header that is there in one request of `odds`. */
const rarely = (odds: number, ...values: string[]) =>
  fc.oneof(
    { weight: odds - 1, arbitrary: fc.constant<string | null>(null) },
    { weight: 1, arbitrary: fc.constantFrom<string | null>(...values) },
  );

const HEADERS = fc.record({
  'accept-language': rarely(3, 'zh-CN', 'en', 'zh;q=0.1,en;q=0.9', '*', 'xx-YY', ';;;', 'z'.repeat(2_000)),
  'if-match': rarely(8, '*', '"abc"', 'W/"abc"', '""', '"', ',,,', 'x'.repeat(3_000)),
  'idempotency-key': rarely(
    4,
    ...Array.from({ length: 40 }, (_, i) => `fuzz-key-number-${i}`),
    'short',
    'é'.repeat(20),
    'k'.repeat(256),
  ),
  'x-file-name': rarely(2, 'outlets.csv', '%E9%97%A8.csv', '%zz', '%00', 'x'.repeat(300)),
  'x-request-id': rarely(20, 'mine', 'x'.repeat(1_000)),
});

function addressOf(
  { path, parameters, example }: Operation,
  pools: Pools,
  { own, stranger }: Sides,
): fc.Arbitrary<string> {
  const given = (w: World) => example.params?.(w) ?? {};
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const odd = fc.constantFrom('0', '%00', '..', '%F0%9F%90%89', 'not-an-id', '00000000-0000-0000-0000-000000000000');
  const part = (name: string) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constant(null).map(() => given(own)[name] ?? 'none') },
      { weight: 2, arbitrary: fc.constant(given(stranger)[name] ?? 'none') },
      { weight: 1, arbitrary: pools.ids },
      { weight: 1, arbitrary: odd },
    );
  const parts = fc.record(Object.fromEntries(names.map((name) => [name, part(name)])));
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const search = fc.record(Object.fromEntries(query.map(({ name, schema = {} }) => [name, valueOf(schema, pools)])), {
    requiredKeys: [],
  });
  const usual = fc.constant(example.query?.(own) ?? {});
  return fc.tuple(parts, fc.oneof(search, search, usual)).map(([values, params]) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
    const text = new URLSearchParams(
      Object.entries(params).map(([name, value]): [string, string] => [
        name,
        typeof value === 'object' ? JSON.stringify(value) : String(value),
      ]),
    ).toString();
    return text ? `${filled}?${text}` : filled;
  });
}

interface Content {
  type?: string;
  payload?: string;
}

function contentOf(
  { verb, body, mediaTypes, example }: Operation,
  pools: Pools,
  { own, stranger }: Sides,
): fc.Arbitrary<Content> {
  if (verb === 'GET') return fc.constant({});
  const json = (value: unknown): Content => ({ type: 'application/json', payload: JSON.stringify(value) });
  if (mediaTypes.length > 0) {
    return fc.record({
      type: fc.constantFrom(...mediaTypes, 'application/json', 'text/plain'),
      payload: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constant('code,name_en,name_zh,kind,org_unit\nF-1,N,名,4s,HQ\n'),
      ),
    });
  }
  const usual = fc.nat().chain(() => fc.constant((example.body?.(own) ?? {}) as object));
  // Ids stand only where ids stood: a text that was sent may come back, and would look like something of the stranger's.
  const changed = fc.tuple(usual, fc.nat(), junk, pools.ids).map(([value, place, other, id]) => {
    const leaves = leavesOf(value);
    const leaf = leaves[place % Math.max(1, leaves.length)];
    return leaf ? replaced(value, leaf.path, isUuid(leaf.value) ? id : other) : value;
  });
  const strangers = fc.nat().map(() => example.body?.(stranger) ?? {});
  return fc.oneof(
    { weight: 4, arbitrary: usual.map(json) },
    { weight: 4, arbitrary: changed.map(json) },
    { weight: 4, arbitrary: valueOf(body ?? { type: 'object' }, pools).map(json) },
    { weight: 1, arbitrary: strangers.map((value) => withoutTag(json(value), own, stranger)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Content>(
        {},
        { type: 'application/json', payload: '{"a":' },
        { type: 'text/html', payload: 'hi' },
      ),
    },
  );
}

/** Texts of the stranger's become one's own, so that only ids are the stranger's: a text that was sent may come back. */
const withoutTag = ({ type, payload }: Content, own: World, stranger: World): Content => ({
  type,
  payload: payload?.replaceAll(stranger.tag, own.tag),
});

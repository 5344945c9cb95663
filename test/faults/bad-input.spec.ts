import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import { call } from '../support/call.js';
import { flaws, HostileClient, type Try } from '../support/hostile-client.js';
import { caseOf } from '../support/route-cases.js';
import { addressOf, type Route, routesOf } from '../support/routes.js';
import { fieldName, leavesOf } from '../support/variants.js';

let client: HostileClient;
beforeAll(async () => (client = await HostileClient.start()));
afterAll(() => client?.close());

const isRaw = (route: Route, body: string, type = 'application/json') => {
  const verb = route.method.toLowerCase() as 'post';
  return request(client.app.server)
    [verb](client.address(route))
    .set('Authorization', `Bearer ${client.callerFor(route).token}`)
    .set('Content-Type', type)
    .send(body);
};

const expectRefused = async (tries: (route: Route) => Try[]) =>
  expect(await client.wrongAnswers(client.writes, tries)).toEqual([]);

describe('every route that takes a body', () => {
  it('refuses what is no JSON, no object, or of another type', async () => {
    await expectRefused((route) => [
      { what: 'broken', send: () => isRaw(route, '{"name": ') },
      { what: 'text', send: () => isRaw(route, 'hello') },
      { what: 'a list', send: () => isRaw(route, '[]') },
      { what: 'a list of objects', send: () => isRaw(route, '[{}]') },
      { what: 'null', send: () => isRaw(route, 'null') },
      { what: 'a number', send: () => isRaw(route, '42') },
      { what: 'XML', send: () => isRaw(route, '<a/>', 'application/xml') },
      { what: 'a form', send: () => isRaw(route, 'a=b', 'application/x-www-form-urlencoded') },
      { what: 'huge', send: () => isRaw(route, JSON.stringify({ name: 'x'.repeat(3_000_000) })) },
      { what: 'deep', send: () => isRaw(route, `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) },
      {
        what: 'many values',
        send: () => isRaw(route, JSON.stringify({ a: Array.from({ length: 200_000 }, () => 1) })),
      },
    ]);
  });

  it('refuses unknown fields by name, and cannot be poisoned', async () => {
    await expectRefused((route) => {
      const { body } = caseOf(route);
      const json = (extra: string) =>
        JSON.stringify(body?.(client.world)).replace(
          /^\{/,
          `{${extra}${Object.keys(body?.(client.world) ?? {}).length > 0 ? ',' : ''}`,
        );
      return [
        { what: 'an unknown field', send: () => isRaw(route, json('"unheardOf":1')), field: true },
        { what: '__proto__', send: () => isRaw(route, json('"__proto__":{"isOperator":true}')) },
        { what: 'constructor', send: () => isRaw(route, json('"constructor":{"prototype":{"isOperator":true}}')) },
        { what: 'a tenant', send: () => isRaw(route, json(`"tenant_id":"${client.world.t.id}"`)), field: true },
      ];
    });
    expect(({} as Record<string, unknown>)['isOperator']).toBeUndefined();
  });

  it('is tried with every field that its schema has', () => {
    const untried = client.writes.flatMap((route) => {
      const { body, elsewhere = [] } = caseOf(route);
      const given = new Set([
        ...leavesOf(body?.(client.world)).map(({ path }) => fieldName(path).replace(/\[\d+\]/g, '')),
        ...elsewhere,
      ]);
      return fieldsOf(route)
        .filter((field) => !given.has(field))
        .map((field) => `${route.key}: ${field}`);
    });
    expect(untried).toEqual([]);
  });
});

type Schema = { $ref?: string; properties?: Record<string, Schema>; allOf?: Schema[]; items?: Schema };

/** The fields of a route's body as the OpenAPI document describes them, inner ones with dots. */
function fieldsOf(route: Route): string[] {
  const operation = client.document.paths[route.path]?.[route.method.toLowerCase() as 'post'];
  const content = (operation?.requestBody as { content?: Record<string, { schema?: Schema }> } | undefined)?.content;
  const schema = content?.['application/json']?.schema;
  if (!schema) return [`(no schema for ${route.key})`];
  const found = fieldsIn(schema);
  return found.length > 0 ? found : [`(an empty schema for ${route.key})`];
}

function fieldsIn(schema: Schema, path = ''): string[] {
  const name = schema.$ref?.split('/').at(-1);
  const own = name ? (client.document.components?.schemas?.[name] as Schema) : schema;
  const inner = [...(own.allOf ?? []), ...(own.items ? [own.items] : [])].flatMap((each) => fieldsIn(each, path));
  // What a standard's document may hold is the business of its own checker.
  if (name?.startsWith('Standard')) return inner;
  return [
    ...inner,
    ...Object.entries(own.properties ?? {}).flatMap(([key, each]) => [
      `${path}${key}`,
      ...fieldsIn(each, `${path}${key}.`),
    ]),
  ];
}

describe('names in any script', () => {
  const NAME = { en: 'مقهى الشاي 🍵 <b onclick="x">&amp;</b> \u{20BB7}', zh: '龙骧🐉𠮷野家 "\'`' };

  it('are taken and come back as they were sent', async () => {
    const wrong: string[] = [];
    for (const route of client.writes) {
      const { body } = caseOf(route);
      const sent = body?.(client.world) as { name?: unknown };
      const isLocalized = typeof sent.name === 'object';
      if (!isLocalized || route.path.includes('/tenants')) continue;
      const answer = await call(client.app, client.callerFor(route), route.method, client.address(route), {
        ...sent,
        name: NAME,
      });
      const { name = answer.body.body?.name } = answer.body;
      if (answer.status >= 300 || JSON.stringify(name) !== JSON.stringify(NAME))
        wrong.push(`${route.key}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    ['GET', '/api/v1/outlets/not-an-id', 400],
    ['GET', '/api/v1/outlets/%00', 400],
    ['GET', '/api/v1/outlets/%zz', 404],
    ['GET', `/api/v1/outlets/${'9'.repeat(500)}`, 404],
    ['GET', '/api/v1/nothing', 404],
    ['GET', '/api/v1/outlets?cursor=%00', 400],
    ['GET', '/api/v1/outlets?cursor=WyJhIl0&limit=1', 400],
    ['GET', '/api/v1/outlets?limit=1e99', 400],
    ['GET', '/api/v1/outlets?limit=-1', 400],
    ['GET', '/api/v1/outlets?limit=1&limit=2', 400],
    ['GET', '/api/v1/outlets?q[a]=b', 400],
    ['GET', '/api/v1/outlets?q=%25%5F%5C%27', 200],
    ['GET', '/api/v1/outlets?unheardOf=1', 400],
    ['GET', '/api/v1/audits?from=yesterday', 400],
    ['GET', '/api/v1/trail?cursor=WyJub3QtYW4taWQiXQ', 400],
    ['GET', '/api/v1/audits?cursor=W251bGwsbnVsbF0', 400],
  ])('%s %s → %i', async (method, path, status) => {
    const answer = await call(client.app, client.world.people.admin, method, path);
    expect({ status: answer.status, flaws: flaws(answer, status >= 400) }).toEqual({ status, flaws: [] });
  });

  it('keep every list steady under a cursor of nonsense', async () => {
    const wrong: string[] = [];
    for (const route of routesOf(client.app).filter(
      ({ method, params, access }) => method === 'GET' && params.length === 0 && access?.kind !== 'public',
    )) {
      for (const values of [
        ['x'],
        ['x', 'y'],
        [null],
        [1e308, 'x'],
        ['2026-01-01', 'not-an-id'],
        [{}],
        'x',
        ['2026-01-01', null],
        [1, 2, 3],
      ]) {
        const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
        const answer = await call(client.app, client.callerFor(route), 'GET', addressOf(route.path, {}, { cursor }));
        if (answer.status >= 500) wrong.push(`${route.key} ${JSON.stringify(values)}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

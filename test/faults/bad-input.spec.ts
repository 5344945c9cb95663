import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CATALOGUE } from '@wheelhouse/contracts';
import type { Caller } from '@wheelhouse/identity-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import request, { type Response } from 'supertest';
import { describeApi } from '../../apps/api/src/open-api.js';
import { anOperator, aWorld, type World } from '../support/a-world.js';
import { call } from '../support/call.js';
import type { RouteCase } from '../support/route-case.js';
import { caseOf } from '../support/route-cases.js';
import { addressOf, type Route, routesOf } from '../support/routes.js';
import { fieldName, leavesOf, replaced } from '../support/variants.js';
import { startWholeApp } from '../support/whole-app.js';

let app: TestApp;
let w: World;
let operator: Pick<Caller, 'token'>;
let document: OpenAPIObject;
let writes: Route[];

beforeAll(async () => {
  app = await startWholeApp();
  w = await aWorld(app);
  operator = await anOperator(app);
  document = describeApi(app.nest);
  writes = routesOf(app).filter(({ method }) => method !== 'GET' && method !== 'DELETE');
}, 60_000);

afterAll(() => app?.close());

/** Who gets through the guard of a route. */
function callerFor({ key, access }: Route): Pick<Caller, 'token'> {
  if (access?.kind === 'operator') return operator;
  return key === 'POST /api/v1/audits' || key.includes('/audits/{id}') ? w.people.manager : w.people.admin;
}

const address = (route: Route, { params, fresh }: RouteCase) => addressOf(route.path, fresh?.() ?? params?.(w));
const hasBody = (route: Route) => caseOf(route).body !== undefined;

/** What is wrong with an answer to bad input; empty when it is as it must be. */
function flaws(answer: Response, mustBeRefused: boolean): string[] {
  const { status, body, headers } = answer;
  if (status >= 500) return [`${status} ${JSON.stringify(body)}`];
  if (status < 400) return mustBeRefused ? [`${status}: accepted`] : [];
  const found: string[] = [];
  if (!headers['content-type']?.startsWith('application/problem+json'))
    found.push(`content-type ${headers['content-type']}`);
  if (!(body.code in ERROR_CATALOGUE)) found.push(`code ${body.code}`);
  if (body.status !== status || !body.title || !body.detail || !body.type || !body.instance)
    found.push(`incomplete ${JSON.stringify(body)}`);
  return found;
}

const isRaw = (route: Route, body: string, type = 'application/json') => {
  const verb = route.method.toLowerCase() as 'post';
  return request(app.server)
    [verb](address(route, caseOf(route)))
    .set('Authorization', `Bearer ${callerFor(route).token}`)
    .set('Content-Type', type)
    .send(body);
};

async function sweep(
  tries: (route: Route) => { what: string; send: () => PromiseLike<Response>; refuse?: boolean; field?: boolean }[],
): Promise<void> {
  const wrong: string[] = [];
  for (const route of writes.filter(hasBody)) {
    for (const { what, send, refuse = true, field = false } of tries(route)) {
      const answer = await send();
      const found = flaws(answer, refuse);
      if (field && answer.status === 400 && !answer.body.errors?.length)
        found.push(`names no field: ${JSON.stringify(answer.body)}`);
      if (found.length > 0) wrong.push(`${route.key} ${what}: ${found.join('; ').slice(0, 300)}`);
    }
  }
  expect(wrong).toEqual([]);
}

describe('every route that takes a body', () => {
  it('refuses what is no JSON, no object, or of another type', async () => {
    await sweep((route) => [
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
  }, 120_000);

  it('refuses unknown fields by name, and cannot be poisoned', async () => {
    await sweep((route) => {
      const { body } = caseOf(route);
      const json = (extra: string) =>
        JSON.stringify(body?.(w)).replace(/^\{/, `{${extra}${Object.keys(body?.(w) ?? {}).length > 0 ? ',' : ''}`);
      return [
        { what: 'an unknown field', send: () => isRaw(route, json('"unheardOf":1')), field: true },
        { what: '__proto__', send: () => isRaw(route, json('"__proto__":{"isOperator":true}')) },
        { what: 'constructor', send: () => isRaw(route, json('"constructor":{"prototype":{"isOperator":true}}')) },
        { what: 'a tenant', send: () => isRaw(route, json(`"tenant_id":"${w.t.id}"`)), field: true },
      ];
    });
    expect(({} as Record<string, unknown>)['isOperator']).toBeUndefined();
  }, 60_000);

  const LISTED = Symbol('listed');
  const HOSTILE: [string, unknown, boolean][] = [
    ['a number', 1e308, false],
    ['a text', 'text', false],
    ['a boolean', true, false],
    ['nothing', null, false],
    ['a list', [[]], false],
    ['an object', { a: { b: 1 } }, false],
    ['a list of what it was', LISTED, true],
    ['a huge text', 'x'.repeat(100_000), true],
    ['a control character', 'a\u0000b', true],
    ['an escape', 'a\u001b[2J', true],
    ['a bidirectional override', 'exe.\u202egnp', true],
    ['half a surrogate', 'a\ud83d', true],
    ['SQL', `'; DROP TABLE outlets; --`, false],
    ['an uncommon number', '1e400', false],
    ['a date that is none', '2026-02-30', false],
    ['an id that is none', '00000000-0000-0000-0000-000000000000', false],
  ];

  it('never breaks on a value of the wrong type or size in any place, and names the field', async () => {
    await sweep((route) => {
      const { body } = caseOf(route);
      const places = leavesOf(body?.(w))
        .filter(({ path }) => path.length <= 3)
        .slice(0, 60);
      return places.flatMap(({ path, value: before }) =>
        HOSTILE.map(([what, value, refuse]) => ({
          what: `${what} in ${fieldName(path)}`,
          send: () =>
            call(
              app,
              callerFor(route),
              route.method,
              address(route, caseOf(route)),
              replaced(body?.(w) as object, path, value === LISTED ? [before] : value),
            ),
          // A huge text is too long for a name; in the place of an object it is of the wrong type.
          refuse,
          field: true,
        })),
      );
    });
  }, 240_000);

  it('is tried with every field that its schema has', () => {
    const untried = writes.filter(hasBody).flatMap((route) => {
      const { body, elsewhere = [] } = caseOf(route);
      const given = new Set([
        ...leavesOf(body?.(w)).map(({ path }) => fieldName(path).replace(/\[\d+\]/g, '')),
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
  const operation = document.paths[route.path]?.[route.method.toLowerCase() as 'post'];
  const content = (operation?.requestBody as { content?: Record<string, { schema?: Schema }> } | undefined)?.content;
  const schema = content?.['application/json']?.schema;
  if (!schema) return [`(no schema for ${route.key})`];
  const found = fieldsIn(schema);
  return found.length > 0 ? found : [`(an empty schema for ${route.key})`];
}

function fieldsIn(schema: Schema, path = ''): string[] {
  const name = schema.$ref?.split('/').at(-1);
  const own = name ? (document.components?.schemas?.[name] as Schema) : schema;
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
    for (const route of writes.filter(hasBody)) {
      const { body } = caseOf(route);
      const sent = body?.(w) as { name?: unknown };
      const isLocalized = typeof sent.name === 'object';
      if (!isLocalized || route.path.includes('/tenants')) continue;
      const answer = await call(app, callerFor(route), route.method, address(route, caseOf(route)), {
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
    ['GET', '/api/v1/outlets?cursor=WyJhIl0&limit=1', 200],
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
    const answer = await call(app, w.people.admin, method, path);
    expect({ status: answer.status, flaws: flaws(answer, status >= 400) }).toEqual({ status, flaws: [] });
  });

  it('keep every list steady under a cursor of nonsense', async () => {
    const wrong: string[] = [];
    for (const route of routesOf(app).filter(
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
        const answer = await call(app, callerFor(route), 'GET', addressOf(route.path, {}, { cursor }));
        if (answer.status >= 500) wrong.push(`${route.key} ${JSON.stringify(values)}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

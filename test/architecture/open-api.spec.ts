import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CATALOGUE, EVENT_TYPES, FIELD_TEXTS } from '@wheelhouse/contracts';
import type { TestApp } from '@wheelhouse/testing';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describeApi } from '../../apps/api/src/open-api.js';
import { startWholeApp } from '../support/whole-app.js';
import { read } from './sources.js';

interface Media {
  schema?: object;
  example?: unknown;
}
interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  schema?: { format?: string; default?: unknown; minimum?: number; maximum?: number };
}
interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<
    string,
    { $ref?: string; description: string; headers?: Record<string, object>; content?: Record<string, Media> }
  >;
}

let app: TestApp;
let document: OpenAPIObject;
let operations: { key: string; operation: Operation }[];

beforeAll(async () => {
  app = await startWholeApp();
  document = describeApi(app.nest);
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([verb, operation]) => ({
      key: `${verb.toUpperCase()} ${path}`,
      operation: { ...operation, responses: inFull(operation.responses) },
    })),
  );
});

afterAll(() => app?.close());

/** With the shared ones in place of what refers to them. */
function inFull(responses: Operation['responses']): Operation['responses'] {
  const shared = (document.components?.responses ?? {}) as Operation['responses'];
  return Object.fromEntries(
    Object.entries(responses).map(([status, one]) => [status, shared[one.$ref?.split('/').at(-1) ?? ''] ?? one]),
  );
}

const ajv = () => {
  const made = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(made);
  return made.addSchema({ $id: 'api', components: document.components });
};
const absolute = (schema: object) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object;

it('stays short enough to be read: each problem stands in it once', () => {
  const texts = Object.values(document.components?.responses ?? {}).map((one) => JSON.stringify(one));
  expect(new Set(texts).size).toBe(texts.length);
  const inline = Object.entries(document.paths).filter(([, item]) =>
    JSON.stringify(item).includes('application/problem+json'),
  );
  expect(inline.map(([path]) => path)).toEqual([]);
});

describe('every operation of the document', () => {
  it('says what it answers, and each refusal as a problem with its codes', () => {
    const wrong = operations.flatMap(({ key, operation }) => {
      const statuses = Object.keys(operation.responses);
      const found: string[] = [];
      if (statuses.filter((status) => /^[23]/.test(status)).length !== 1) found.push('not one answer');
      for (const [status, response] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue;
        if (!response.content?.['application/problem+json']) found.push(`${status} without a problem`);
        if (['429', '503'].includes(status) && !response.headers?.['Retry-After'])
          found.push(`${status} without a wait`);
      }
      return found.map((what) => `${key}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  it('knows the type of each parameter and of each field of a body', () => {
    const isTyped = (schema: object | undefined) =>
      schema !== undefined && ['type', 'enum', 'const', '$ref', 'anyOf'].some((key) => key in schema);
    const untyped = operations.flatMap(({ key, operation }) =>
      (operation.parameters ?? [])
        .filter((parameter) => !parameter.$ref && !isTyped(parameter.schema))
        .map(({ name }) => `${key} ${name}`),
    );
    expect(untyped).toEqual([]);
    const bodies = Object.entries(document.components?.schemas ?? {}).filter(([name]) => name.endsWith('Body'));
    const fields = bodies.flatMap(([name, schema]) =>
      Object.entries((schema as { properties?: Record<string, object> }).properties ?? {})
        .filter(([, field]) => !isTyped(field))
        .map(([field]) => `${name}.${field}`),
    );
    expect(fields).toEqual([]);
  });

  it('has examples that are what its schemas say', () => {
    const checker = ajv();
    const wrong = operations.flatMap(({ key, operation }) => {
      const media = [
        ...Object.values(operation.requestBody?.content ?? {}),
        ...Object.values(operation.responses).flatMap(({ content }) => Object.values(content ?? {})),
      ];
      return media.flatMap(({ schema, example }) => {
        if (!schema || example === undefined) return [];
        const validate = checker.compile(absolute(schema));
        return validate(example) ? [] : [`${key}: ${checker.errorsText(validate.errors)}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('has an example of each body and of each answer in JSON', () => {
    const missing = operations.flatMap(({ key, operation }) => {
      const json = [operation.requestBody, ...Object.values(operation.responses)].flatMap((one) =>
        one?.content?.['application/json'] ? [one.content['application/json']] : [],
      );
      return json.some(
        ({ example, schema }) => example === undefined && (schema as { type?: string }).type !== 'object',
      )
        ? [key]
        : [];
    });
    expect(missing).toEqual([]);
  });
});

describe('every list', () => {
  /** Short by nature: all of it in one answer. */
  const WHOLE = [
    ...[
      'auth/sessions',
      'auth/tokens',
      'members/{id}/sessions',
      'operators',
      'org-units',
      'org-units/{id}/placements',
      'outlets/kinds',
      'peer-groups',
    ],
    ...['outlets/{id}/people', 'outlets/{id}/placements', 'saved-views', 'service-accounts', 'tenant-exports'],
  ];
  /** One page of at most ten. */
  const ONE_PAGE = ['webhooks'];
  /** Of what has no name, or is looked up by what it belongs to. */
  const NOT_SEARCHED = [
    ...['access-tokens', 'home/coverage', 'outlet-imports', 'outlet-imports/{id}/rows', 'reports', 'trail'],
    ...['webhook-deliveries', 'webhooks'],
  ];
  const lists = () =>
    operations.flatMap(({ key, operation }) => {
      const given = operation.responses['200']?.content?.['application/json']?.schema as { $ref?: string } | undefined;
      const name = given?.$ref?.split('/').at(-1);
      const answer = (name ? document.components?.schemas?.[name] : given) as Answer | undefined;
      if (!key.startsWith('GET ') || !(answer?.type === 'array' || answer?.properties?.['nextCursor'])) return [];
      const taken = new Map(operation.parameters?.map((one) => [one.name, one.schema]));
      return [{ path: key.replace('GET /api/v1/', ''), isWhole: answer.type === 'array', taken, answer }];
    });
  interface Answer {
    type?: string;
    properties?: Record<string, object>;
  }

  it('is a page with cursor and limit, or short by nature', () => {
    const whole = lists().filter(({ isWhole }) => isWhole);
    expect(whole.map(({ path }) => path).sort()).toEqual([...WHOLE].sort());
    const pages = lists().filter(({ isWhole, path }) => !isWhole && !ONE_PAGE.includes(path));
    expect(pages.length).toBeGreaterThan(15);
    const odd = pages.filter(({ taken, answer }) => {
      const { minimum, maximum = Infinity } = taken.get('limit') ?? {};
      return !taken.has('cursor') || minimum !== 1 || maximum > 500 || !answer.properties?.['items'];
    });
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('is searched, ordered and narrowed by the same words', () => {
    const wrong = lists().flatMap(({ path, isWhole, taken }) => {
      const rules: [boolean, string][] = [
        [taken.has('sort') === taken.has('direction'), 'sort and direction go together'],
        [!taken.has('sort') || taken.get('sort')?.default !== undefined, 'says by what it is sorted'],
        [taken.has('from') === taken.has('to'), 'from and to go together'],
        [isWhole || taken.has('q') !== NOT_SEARCHED.includes(path), 'is searched by q'],
      ];
      for (const [name, schema] of taken) {
        const isId = /Id$/.test(name) && !['sectionId', 'itemId'].includes(name);
        const format = /^(from|to)$/.test(name)
          ? 'date'
          : /Since$/.test(name)
            ? 'date-time'
            : isId
              ? 'uuid'
              : undefined;
        rules.push([format === undefined || schema?.format === format, `${name} is a ${format}`]);
      }
      return rules.flatMap(([holds, rule]) => (holds ? [] : [`${path}: ${rule}`]));
    });
    expect(wrong).toEqual([]);
  });

  it('tells what changed since a moment where others are kept in step with it', () => {
    const told = lists().flatMap(({ path, taken }) => (taken.has('changedSince') ? [path] : []));
    expect(told.sort()).toEqual(['assignments', 'audits', 'findings', 'outlets', 'reports']);
  });
});

describe('a client that is generated', () => {
  it('finds a type beside every choice, and each header once', () => {
    const untyped: string[] = [];
    const walk = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('enum' in value && !('type' in value) && Array.isArray(value.enum)) untyped.push(at);
      for (const [key, inner] of Object.entries(value)) if (!/^examples?$/.test(key)) walk(inner, `${at}/${key}`);
    };
    walk(document.components?.schemas, '');
    for (const { key, operation } of operations) walk(operation.parameters, key);
    expect(untyped).toEqual([]);
    const twice = operations.filter(({ operation }) => {
      const names = (operation.parameters ?? []).map((one) => (one.$ref ?? `${one.in} ${one.name}`).toLowerCase());
      return new Set(names).size < names.length;
    });
    expect(twice.map(({ key }) => key)).toEqual([]);
  });

  it('finds what webhooks tell, each event with an example that fits', () => {
    const { webhooks = {} } = document as unknown as { webhooks?: Record<string, { post: Operation }> };
    expect(Object.keys(webhooks)).toEqual(EVENT_TYPES);
    const checker = ajv();
    const wrong = Object.entries(webhooks).flatMap(([type, { post }]) => {
      const { schema = {}, example } = post.requestBody?.content['application/json'] ?? {};
      const fits = checker.compile(absolute(schema));
      return fits(example) && !fits({ ...(example as object), type: 'x' }) ? [] : [type];
    });
    expect(wrong).toEqual([]);
    expect(webhooks['outlet.closed']?.post).toMatchObject({
      parameters: expect.arrayContaining([expect.objectContaining({ name: 'webhook-id', in: 'header' })]),
      requestBody: { content: { 'application/json': { example: { data: { closedOn: '2026-11-23' } } } } },
    });
  });

  it('reads moments and days as such', () => {
    const schemas = document.components?.schemas as Record<string, { properties: object } | undefined>;
    expect(schemas['AuditSummary']?.properties).toMatchObject({
      visitDate: { type: 'string', format: 'date' },
      submittedAt: { type: ['string', 'null'], format: 'date-time' },
    });
    expect(schemas['OutletResponse']?.properties).toMatchObject({ closedOn: { format: 'date' } });
  });

  it('gets an ETag where it makes what has one, and may send it back where it changes that', () => {
    const hasMark = (operation: Operation | undefined, status: string) =>
      operation?.responses[status]?.headers?.['ETag'] !== undefined;
    const reading = (path: string) => (document.paths[path] as Record<string, Operation> | undefined)?.['get'];
    const wrong = operations.flatMap(({ key, operation }) => {
      const [verb = '', path = ''] = key.split(' ');
      const makes = verb === 'POST' && operation.responses['201'] && hasMark(reading(`${path}/{id}`), '200');
      const changes = ['PATCH', 'PUT', 'DELETE'].includes(verb) && hasMark(reading(path), '200');
      const takes = operation.parameters?.some(({ $ref }) => $ref?.endsWith('/IfMatch')) ?? false;
      return (makes && (takes || !hasMark(operation, '201'))) || (changes && !takes) ? [key] : [];
    });
    expect(wrong).toEqual([]);
  });
});

it('says for people what its permissions say for programs', () => {
  const update = operations.find(({ key }) => key === 'PATCH /api/v1/outlets/{id}')?.operation;
  expect(update).toMatchObject({
    'x-permissions': ['org.read'],
    'x-permissions-also': ['org.manage'],
    description: expect.stringContaining('Needs `org.read` and `org.manage`. Tokens may call it.'),
  });
});

it('says what each group of operations is about', () => {
  const used = operations.flatMap(({ operation }) => operation.tags ?? []);
  const { tags = [] } = document;
  expect(tags.map(({ name }) => name)).toEqual([...new Set(used)].sort());
  expect(tags.filter(({ description }) => !description)).toEqual([]);
});

it('names every code of the catalogue with its status and both languages', () => {
  const { 'x-error-codes': codes, 'x-field-codes': fields = {} } = document as unknown as Record<string, object>;
  expect(codes).toEqual(ERROR_CATALOGUE);
  expect(fields).toMatchObject({
    'FIELD.REQUIRED': FIELD_TEXTS['FIELD.REQUIRED'],
    'ANSWER.MISSING': expect.anything(),
  });
  expect(Object.keys(fields).filter((code) => !/^\w+\.\w+$/.test(code))).toEqual([]);
});

describe('the guide for integrators', () => {
  const guide = read('docs/api.md').text;
  const patterns = () =>
    Object.keys(document.paths).map((path) => new RegExp(`^${path.replace(/\{\w+\}/g, '(\\{\\w+\\}|\\$\\w+)')}$`));

  it('names only paths that exist', () => {
    const named = [...guide.matchAll(/\/api\/v1\/[\w\-./{}$]*[\w}]/g)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !patterns().some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it('sends with curl only parameters and codes that the document has', () => {
    const wrong = [...guide.matchAll(/\$URL(\/api\/v1\/[^?"]+)\?([^"]+)"/g)].flatMap(([, path = '', search = '']) => {
      const operation = (document.paths[path] as Record<string, Operation>)['get'];
      const known = operation?.parameters?.map(({ name }) => name) ?? [];
      return [...new URLSearchParams(search).keys()].filter((name) => !known.includes(name));
    });
    expect(wrong).toEqual([]);
    const codes = [...guide.matchAll(/`([A-Z]+\.[A-Z_]+)`/g)].map(([, code]) => code);
    expect(codes.filter((code) => !((code ?? '') in ERROR_CATALOGUE))).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CATALOGUE } from '@wheelhouse/contracts';
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
interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: { $ref?: string; name: string; in: string; schema?: object }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description: string; headers?: Record<string, object>; content?: Record<string, Media> }>;
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
      operation,
    })),
  );
});

afterAll(() => app?.close());

const ajv = () => {
  const made = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(made);
  return made.addSchema({ $id: 'api', components: document.components });
};
const absolute = (schema: object) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object;

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

it('says what each group of operations is about', () => {
  const used = operations.flatMap(({ operation }) => operation.tags ?? []);
  const { tags = [] } = document;
  expect(tags.map(({ name }) => name)).toEqual([...new Set(used)].sort());
  expect(tags.filter(({ description }) => !description)).toEqual([]);
});

it('names every code of the catalogue with its status and both languages', () => {
  expect((document as unknown as Record<string, unknown>)['x-error-codes']).toEqual(ERROR_CATALOGUE);
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '@wheelhouse/contracts';
import type { TestApp } from '@wheelhouse/testing';
import { describeApi } from '../../apps/api/src/open-api.js';
import { type Route, routesOf } from '../support/routes.js';
import { startWholeApp } from '../support/whole-app.js';
import { productionSources } from './sources.js';

let app: TestApp;
let routes: Route[];

beforeAll(async () => {
  app = await startWholeApp();
  routes = routesOf(app);
});

afterAll(() => app?.close());

/** One line for each way to get in. */
function accessText({ access }: Route): string {
  if (!access) return 'UNDECLARED';
  switch (access.kind) {
    case 'permission':
      return access.permission;
    case 'any_permission':
      return access.permissions.join(' | ');
    default:
      return `(${access.kind})`;
  }
}

describe('every route', () => {
  it('declares who may call it', () => {
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('lets in whom it let in before: a change shows here and is looked at', () => {
    expect(routes.map((route) => `${route.key}: ${accessText(route)}`).join('\n')).toMatchSnapshot();
  });

  it('is found by the application’s own router, and there is no other', () => {
    const table = app.nest.getHttpAdapter().getInstance();
    const missing = routes.filter(
      ({ method, path }) => !table.hasRoute({ method: method as 'GET', url: path.replace(/\{(\w+)\}/g, ':$1') }),
    );
    expect(missing).toEqual([]);
    const tree = table.printRoutes({ commonPrefix: false });
    const served = tree.split('\n').flatMap((line) => /\(([A-Z, ]+)\)/.exec(line)?.[1]?.split(', ') ?? []);
    const undeclared = served.filter((method) => method !== 'HEAD' && method !== 'OPTIONS').length - routes.length;
    expect(undeclared).toBe(0);
  });

  it('asks for permissions that are all used, by routes or by policies', () => {
    const sources = productionSources().filter(({ path }) => !path.startsWith('libs/contracts/'));
    const unused = PERMISSIONS.filter((permission) => !sources.some(({ text }) => text.includes(`'${permission}'`)));
    expect(unused.filter((permission) => !SUBMITTING.has(permission))).toEqual([]);
  });
});

/** Asked for through `SUBMIT_PERMISSION`, by the kind of audit. */
const SUBMITTING = new Set(['self_check.submit', 'supervisor_audit.submit', 'hq_audit.submit', 'mystery_shop.submit']);

describe('the OpenAPI document', () => {
  it('is of version 3.1 and describes every route with a summary and an id of its own', () => {
    const document = describeApi(app.nest);
    expect(document.openapi).toMatch(/^3\.1\./);
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
        const operation = item[method];
        return operation ? [{ key: `${method.toUpperCase()} ${path}`, operation }] : [];
      }),
    );
    expect(operations.map(({ key }) => key).sort()).toEqual(routes.map(({ key }) => key).sort());
    expect(operations.filter(({ operation }) => !operation.summary).map(({ key }) => key)).toEqual([]);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('resolves every reference in it', () => {
    const document = describeApi(app.nest);
    const schemas = new Set(Object.keys(document.components?.schemas ?? {}));
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) =>
      String(name),
    );
    expect(references.filter((name) => !schemas.has(name))).toEqual([]);
  });
});

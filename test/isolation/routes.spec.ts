import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_PERMISSIONS, type Role } from '@wheelhouse/contracts';
import type { Caller } from '@wheelhouse/identity-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { anOperator, aWorld, type World } from '../support/a-world.js';
import { call } from '../support/call.js';
import { Evidence } from '../support/evidence.js';
import { leaksIn, secretsOf } from '../support/leaks.js';
import { caseOf, ROUTE_CASES } from '../support/route-cases.js';
import { addressOf, type Route, routesOf } from '../support/routes.js';
import { withForeignIds } from '../support/variants.js';
import { startWholeApp } from '../support/whole-app.js';

/** Open to everybody, each for a reason that is easy to see. */
const PUBLIC = [
  'GET /api/v1/auth/sso/callback',
  'GET /api/v1/auth/sso/callback/{id}',
  'GET /api/v1/setup',
  'GET /health/live',
  'GET /health/ready',
  'POST /api/v1/auth/login',
  'POST /api/v1/auth/login/enrol',
  'POST /api/v1/auth/login/enrol/confirm',
  'POST /api/v1/auth/login/second-factor',
  'POST /api/v1/auth/password-resets',
  'POST /api/v1/auth/password-resets/look',
  'POST /api/v1/auth/password-resets/use',
  'POST /api/v1/auth/refresh',
  'POST /api/v1/auth/sso/find',
  'POST /api/v1/auth/sso/start',
  'POST /api/v1/invitations/accept',
  'POST /api/v1/invitations/look',
  'POST /api/v1/setup',
];
const SIGNS_OUT = ['POST /api/v1/auth/logout', 'DELETE /api/v1/auth/sessions'];
const TRAIL = 'GET /api/v1/trail';

let app: TestApp;
let evidence: Evidence;
let routes: Route[];
/** The owner of everything, and the stranger. */
let a: World;
let b: World;
let secrets: string[];
let before: Record<string, string>;

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  routes = routesOf(app);
  a = await aWorld(app);
  b = await aWorld(app);
  await anOperator(app);
  secrets = await secretsOf(evidence, a);
  before = await evidence.checksums(a.t.id);
});

afterAll(async () => {
  await evidence?.close();
  await app?.close();
});

const strangers = (): [Role, Caller][] => [
  ['hq_admin', b.people.admin],
  ['quality_manager', b.people.quality],
  ['supervisor', b.people.north],
  ['franchise_manager', b.people.manager],
  ['outlet_staff', b.people.staff],
  ['mystery_shopper', b.people.shopper],
  ['viewer', b.people.viewer],
];

/** Whether the guard lets a role through to the handler; undefined: the route is not there for members at all. */
function mayCall({ access }: Route, role: Role): boolean | undefined {
  if (access?.kind === 'operator') return undefined;
  if (access?.kind === 'permission') return ROLE_PERMISSIONS[role].includes(access.permission);
  if (access?.kind === 'any_permission')
    return access.permissions.some((permission) => ROLE_PERMISSIONS[role].includes(permission));
  return true;
}

/** Ids that a client makes are its own: strangers submit audits of theirs under one that the owner uses too. */
const foreignSecrets = () => secrets.filter((id) => id !== a.draftAuditId);

const nothingOfAChanged = async () => expect(await evidence.checksums(a.t.id)).toEqual(before);

describe('every route', () => {
  it('has a case, and every case a route', () => {
    expect(routes.map(({ key }) => key).filter((key) => !(key in ROUTE_CASES))).toEqual([]);
    expect(Object.keys(ROUTE_CASES).filter((key) => !routes.some((route) => route.key === key))).toEqual([]);
    const unjustified = Object.entries(ROUTE_CASES).filter(([, { refused, why }]) => refused && !why);
    expect(unjustified).toEqual([]);
  });

  it('that takes parameters or writes says in its case what it is called with', () => {
    const incomplete = routes.filter((route) => route.params.length > 0 && !caseOf(route).params);
    expect(incomplete).toEqual([]);
  });

  it('is closed to whoever is not signed in, unless it is declared public', async () => {
    expect(
      routes
        .filter(({ access }) => access?.kind === 'public')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(PUBLIC);
    const open: string[] = [];
    for (const route of routes.filter(({ access }) => access?.kind !== 'public')) {
      const { params, body } = caseOf(route);
      for (const caller of [null, { token: 'no-such-session' }]) {
        const answer = await call(app, caller, route.method, addressOf(route.path, params?.(a)), body?.(a));
        const leaks = leaksIn(answer, secrets, '');
        if (answer.status !== 401 || leaks.length > 0) open.push(`${route.key} → ${answer.status} ${leaks.join()}`);
      }
    }
    expect(open).toEqual([]);
    await nothingOfAChanged();
  });
});

describe('a stranger of every role', () => {
  it('gets 404 for another tenant’s ids in the path, and nothing of that tenant changes or shows', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ params }) => params.length > 0)) {
      const { params, body, refused = [404] } = caseOf(route);
      const address = addressOf(route.path, params?.(a));
      for (const [role, caller] of strangers()) {
        const sent = body?.(b);
        const answer = await call(app, caller, route.method, address, sent);
        const allowed = mayCall(route, role);
        const expected = allowed === undefined ? [404] : allowed ? refused : [403];
        const leaks = leaksIn(answer, secrets, address + JSON.stringify(sent ?? ''));
        if (!expected.includes(answer.status) || leaks.length > 0) {
          wrong.push(
            `${role}: ${route.key} → ${answer.status} (expected ${expected.join('/')}) ${JSON.stringify(answer.body?.code)} leaks ${leaks.join()}`,
          );
        }
      }
    }
    expect(wrong).toEqual([]);
    await nothingOfAChanged();
  });

  it('finds nothing of another tenant in any list, with or without that tenant’s ids in the filters', async () => {
    const wrong: string[] = [];
    const foreign = foreignSecrets();
    // The trail comes first: it keeps the filters of each export, as they were sent.
    const lists = routes.filter(({ method, access }) => method === 'GET' && access?.kind !== 'public');
    for (const route of lists.sort((x, y) => Number(y.key.startsWith(TRAIL)) - Number(x.key.startsWith(TRAIL)))) {
      const { params, query } = caseOf(route);
      const [ours, theirs] = [query?.(b) ?? {}, query?.(a) ?? {}];
      const filters = [{}, ours, ...Object.keys(theirs).map((name) => ({ ...ours, [name]: theirs[name] as string }))];
      for (const [role, caller] of strangers()) {
        for (const filter of filters) {
          const address = addressOf(route.path, params?.(b), filter);
          const answer = await call(app, caller, route.method, address);
          const leaks = leaksIn(answer, foreign, decodeURIComponent(address));
          if (answer.status >= 500 || leaks.length > 0)
            wrong.push(`${role}: ${address} → ${answer.status} leaks ${leaks.join()}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('cannot name another tenant’s things in a body: refused, and nothing points there', async () => {
    const wrong: string[] = [];
    const tried = new Set<string>();
    const worksWithOwnIds = new Set<string>();
    for (const route of routes.filter(({ key, access }) => access?.kind !== 'public' && !SIGNS_OUT.includes(key))) {
      const { params, body, fresh, own } = caseOf(route);
      if (!body) continue;
      const address = () => addressOf(route.path, fresh?.() ?? params?.(b));
      for (const [role, caller] of strangers()) {
        for (const variant of withForeignIds(body(b), body(a), own)) {
          tried.add(route.key);
          const answer = await call(app, caller, route.method, address(), variant.body);
          const leaks = leaksIn(answer, secrets, JSON.stringify(variant.body));
          if (answer.status < 400 || answer.status >= 500 || leaks.length > 0)
            wrong.push(`${role}: ${route.key} with ${variant.field} → ${answer.status} leaks ${leaks.join()}`);
        }
      }
      // The refusals mean something only if the same body with one's own ids is accepted.
      if (!tried.has(route.key)) continue;
      const refusals: string[] = [];
      for (const [, caller] of strangers()) {
        const answer = await call(app, caller, route.method, address(), body(b));
        if (answer.status < 300) worksWithOwnIds.add(route.key);
        else refusals.push(`${route.key} ${JSON.stringify(answer.body)}`);
        if (answer.status < 300) break;
      }
      if (!worksWithOwnIds.has(route.key)) wrong.push(`${route.key} does not work with own ids either: ${refusals[0]}`);
    }
    expect(wrong).toEqual([]);
    expect(tried.size).toBeGreaterThanOrEqual(15);
    await nothingOfAChanged();
    const foreign = foreignSecrets();
    const rows = (await evidence.rowsOf(b.t.id)).filter((row) => !/,[a-z]+\.export,/.test(row));
    expect(rows.filter((row) => foreign.some((id) => row.includes(id)))).toEqual([]);
  });
});

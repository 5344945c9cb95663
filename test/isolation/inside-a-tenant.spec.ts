import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '@wheelhouse/identity-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { anOperator, aWorld, type World } from '../support/a-world.js';
import { call } from '../support/call.js';
import { Evidence } from '../support/evidence.js';
import { caseOf } from '../support/route-cases.js';
import { addressOf, type Route, routesOf } from '../support/routes.js';
import { startWholeApp } from '../support/whole-app.js';
import { everythingThat, readable, type Seen } from './everything.js';

let app: TestApp;
let evidence: Evidence;
let routes: Route[];
let w: World;
let operator: Pick<Caller, 'token'>;

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  routes = routesOf(app);
  w = await aWorld(app);
  operator = await anOperator(app);
});

afterAll(async () => {
  await evidence?.close();
  await app?.close();
});

const idsIn = async (sql: string, params: unknown[] = []) =>
  (await w.t.sql<{ id: string }>(sql, params)).map(({ id }) => id);

const asked = new Map<string, Promise<Seen[]>>();
/** All that a caller can read; asked for once, since nothing here changes any of it. */
function seenBy(caller: Pick<Caller, 'token'>): Promise<Seen[]> {
  const known = asked.get(caller.token) ?? everythingThat(caller, w, routes);
  asked.set(caller.token, known);
  return known;
}

/** Answers that hold one of `texts`. */
const holding = (seen: Seen[], texts: string[]): string[] =>
  seen.flatMap(({ address, status, text }) =>
    texts.filter((each) => text.includes(each)).map((each) => `${address} (${status}): ${each}`),
  );

/** All by which the shopper could be known, and all shops that are not released. */
const shopper = () => [
  w.people.shopper.memberId,
  w.people.shopper.personId,
  w.people.shopper.email,
  `Shopper ${w.tag}`,
];
const unreleased = () => [w.heldShopId, w.shopInReviewId, w.shopAssignmentId, w.openShopAssignmentId];

describe('a mystery shopper', () => {
  it('sees the own assignments and shops and nothing else', async () => {
    const mine = await idsIn(
      `SELECT id FROM assignments WHERE assignee_member_id = $1 UNION SELECT id FROM audits WHERE auditor_member_id = $1`,
      [w.people.shopper.memberId],
    );
    const seen = readable(await seenBy(w.people.shopper));
    const things = seen.map(({ address }) => address).filter((address) => /[0-9a-f]{8}-/.test(address));
    expect(new Set(things)).toEqual(
      new Set(mine.map((id) => (isShop(id) ? `/api/v1/audits/${id}` : `/api/v1/assignments/${id}`))),
    );
    const lists = new Set(seen.map(({ address }) => address).filter((address) => !things.includes(address)));
    const paths = [
      'assignments',
      'audits',
      'auth/proof',
      'auth/session',
      'auth/second-factor',
      'auth/sessions',
      'auth/tokens',
      'home',
      `settings/logo/${w.logoHash}`,
    ];
    expect(lists).toEqual(new Set(paths.map((path) => `/api/v1/${path}`)));
    const others = await idsIn(
      `SELECT id FROM assignments WHERE assignee_member_id IS DISTINCT FROM $1 UNION SELECT id FROM audits WHERE auditor_member_id <> $1
       UNION SELECT id FROM members WHERE id <> $1 UNION SELECT id FROM cycles UNION SELECT id FROM editions`,
      [w.people.shopper.memberId],
    );
    expect(holding(seen, [...others, `Manager ${w.tag}`, `Quality ${w.tag}`, `North ${w.tag}`])).toEqual([]);
  });

  const isShop = (id: string) => [w.releasedShopId, w.heldShopId, w.shopInReviewId].includes(id);
});

describe('whoever works for an outlet', () => {
  /** A token of somebody that carries all that its owner may do. */
  const byToken = async (owner: Caller): Promise<Pick<Caller, 'token'>> => {
    const { permissions } = (await owner.get('/api/v1/auth/session').expect(200)).body;
    const { token } = (await owner.post('/api/v1/auth/tokens', { name: 'All', permissions }).expect(201)).body;
    return { token };
  };
  let outletSide: [string, Pick<Caller, 'token'>][];
  beforeAll(async () => {
    outletSide = [
      ['manager', w.people.manager],
      ['neighbour', w.people.neighbour],
      ['staff', w.people.staff],
      ['manager of the shopped outlet', await w.t.as('franchise_manager', { scopeKind: 'outlet', scopeId: w.s1 })],
      ['supervisor', w.people.north],
      ['viewer', w.people.viewer],
      ['token of the manager', await byToken(w.people.manager)],
      ['token of the supervisor', await byToken(w.people.north)],
    ];
  });

  it('never learns who shopped, in any answer', async () => {
    for (const [who, caller] of outletSide) {
      const seen = await seenBy(caller);
      expect([who, holding(seen, shopper())]).toEqual([who, []]);
    }
  });

  it('sees no shop before its release, and a released one afterwards', async () => {
    for (const [who, caller] of outletSide) {
      const seen = await seenBy(caller);
      expect([who, holding(seen, unreleased())]).toEqual([who, []]);
      const reads = who === 'manager of the shopped outlet';
      expect([who, readable(seen).some(({ address }) => address === `/api/v1/audits/${w.releasedShopId}`)]).toEqual([
        who,
        reads,
      ]);
    }
  });

  it('sees no audit and no assignment of another outlet', async () => {
    const others = await idsIn(
      `SELECT id FROM audits WHERE outlet_id <> $1 UNION SELECT id FROM assignments WHERE outlet_id <> $1`,
      [w.n2],
    );
    const seen = await seenBy(w.people.neighbour);
    expect(holding(seen, others)).toEqual([]);
    const own = await idsIn(`SELECT id FROM audits WHERE outlet_id = $1 AND status = 'published'`, [w.n2]);
    expect(own.filter((id) => !holding(readable(seen), [id]).length)).toEqual([]);
  });
});

describe('a supervisor', () => {
  it('gets 404 for what is in the other region', async () => {
    const north = await idsIn(
      `SELECT id FROM audits WHERE outlet_id = ANY($1) UNION SELECT id FROM assignments WHERE outlet_id = ANY($1) UNION SELECT id FROM outlets WHERE id = ANY($1)
       UNION SELECT id FROM cycles WHERE org_unit_id = $2 UNION SELECT id FROM editions WHERE audience_id IN ($2, $3)`,
      [[w.n1, w.n2, w.n3, w.n4], w.north, w.t.id],
    );
    const unit = [w.north, w.area];
    const seen = await seenBy(w.people.south);
    const reached = seen.filter(
      ({ address, status }) =>
        [...north, ...unit].some((id) => address.includes(id)) && status !== 404 && status !== 403,
    );
    expect(reached).toEqual([]);
    const forbidden = seen.filter(({ address, status }) => status === 403 && north.some((id) => address.includes(id)));
    expect(forbidden).toEqual([]);
    expect(holding(readable(seen), north)).toEqual([]);
  });

  it('reads all of the own region', async () => {
    const seen = readable(await seenBy(w.people.south)).map(({ address }) => address);
    const own = [
      `audits/${w.southAuditId}`,
      `audits/${w.releasedShopId}`,
      `outlets/${w.s1}`,
      `cycles/${w.southCycleId}`,
      `reports/${w.southEditionId}`,
      `reports/${w.southEditionId}/rows`,
    ];
    expect(own.filter((path) => !seen.includes(`/api/v1/${path}`))).toEqual([]);
  });
});

/** One's own account, which is nobody else's business. */
const isOwnAccount = ({ path }: Route) => path.startsWith('/api/v1/auth/');

/** What a member keeps for the own use alone. */
const isOwnThing = (route: Route) => isOwnAccount(route) || route.path.startsWith('/api/v1/saved-views');

describe('a viewer', () => {
  it('can change nothing but the own account and views', async () => {
    const before = await evidence.checksums(w.t.id);
    const letThrough: string[] = [];
    for (const route of routes.filter(
      (each) => each.method !== 'GET' && !isOwnThing(each) && each.access?.kind !== 'public',
    )) {
      const { params, body } = caseOf(route);
      const { status } = await call(app, w.people.viewer, route.method, addressOf(route.path, params?.(w)), body?.(w));
      if (status !== 403 && status !== 404) letThrough.push(`${route.key} → ${status}`);
    }
    expect(letThrough).toEqual([]);
    expect(await evidence.checksums(w.t.id)).toEqual(before);
  });
});

describe('the operator', () => {
  it('sees no content of any tenant and changes none', async () => {
    const before = await evidence.checksums(w.t.id);
    const reached: string[] = [];
    for (const route of routes.filter(
      (each) => !isOwnAccount(each) && each.access?.kind !== 'public' && each.access?.kind !== 'operator',
    )) {
      const { params, body } = caseOf(route);
      const { status } = await call(app, operator, route.method, addressOf(route.path, params?.(w)), body?.(w));
      if (status !== 403 && status !== 404) reached.push(`${route.key} → ${status}`);
    }
    expect(reached).toEqual([]);
    expect(await evidence.checksums(w.t.id)).toEqual(before);
    const tenants = await call(app, operator, 'GET', '/api/v1/tenants');
    const inside = (await evidence.idsOf(w.t.id)).filter((id) => id !== w.t.id && tenants.text.includes(id));
    expect([tenants.status, inside]).toEqual([200, []]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutletResponse } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { RepeatsRepository } from '@wheelhouse/platform-http';
import { startApp, type TestApp } from '@wheelhouse/testing';
import pg from 'pg';
import { ORG_ENTITIES } from './org.entities.js';
import { OrgModule } from './org.module.js';
import { anOrgUnit, anOutlet } from './testing/index.js';

let app: TestApp;
let t: TestTenant;
let admin: Caller;
let unit: string;
let made = 0;

const aKey = () => `a-key-of-this-test-${++made}`;
const anOutletBody = (code = `R-${++made}`) => ({
  code,
  name: { en: 'River', zh: '江边店' },
  kind: '4s',
  orgUnitId: unit,
});
const post = (key: string, body: object, by = admin) => by.post('/api/v1/outlets', body).set('Idempotency-Key', key);
const outletsWith = (code: string) => t.sql(`SELECT id FROM outlets WHERE code = $1`, [code]);

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  app.clock.set('2026-11-22T20:00:00Z');
  t = await aTenant(app);
  admin = await t.as('hq_admin');
  unit = (await anOrgUnit(t, { code: 'EAST' })).id;
});
afterAll(() => app.close());

describe('a request that is repeated under its Idempotency-Key', () => {
  it('is done once and answered alike', async () => {
    const [key, body] = [aKey(), anOutletBody()];
    const first = await post(key, body);
    const second = await post(key, body);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(await outletsWith(body.code)).toHaveLength(1);
  });

  it('is refused with another body, on another route, and with a key that is none', async () => {
    const [key, body] = [aKey(), anOutletBody()];
    await post(key, body).expect(201);
    expect((await post(key, { ...body, kind: 'tea_shop' }).expect(422)).body.code).toBe('IDEMPOTENCY.OTHER_REQUEST');
    const elsewhere = admin.post('/api/v1/peer-groups', { code: 'P1', name: body.name }).set('Idempotency-Key', key);
    expect((await elsewhere.expect(422)).body.code).toBe('IDEMPOTENCY.OTHER_REQUEST');
    expect((await post('short', body).expect(400)).body.code).toBe('IDEMPOTENCY.KEY');
  });

  it('belongs to its sender: another member’s same key is another one', async () => {
    const key = aKey();
    await post(key, anOutletBody()).expect(201);
    const other = await post(key, anOutletBody(), await t.as('hq_admin')).expect(201);
    expect(other.headers['idempotency-replayed']).toBeUndefined();
  });

  it('that was refused is tried again', async () => {
    const [key, body] = [aKey(), anOutletBody()];
    const taken = await anOutlet(t, { code: body.code, orgUnitId: unit });
    await post(key, body).expect(409);
    await admin.patch(`/api/v1/outlets/${taken.id}`, { code: `${body.code}-old` }).expect(200);
    await post(key, body).expect(201);
  });

  it('waits its turn: while the first one runs it is refused with Retry-After', async () => {
    const [key, body] = [aKey(), anOutletBody()];
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN; LOCK TABLE outlets IN SHARE ROW EXCLUSIVE MODE');
    const first = post(key, body).then((answer) => answer);
    for (let waits = 0; waits === 0;) {
      const { rowCount } = await owner.query('SELECT 1 FROM pg_locks WHERE NOT granted');
      waits = rowCount ?? 0;
    }
    const second = await post(key, body);
    expect([second.status, second.body.code, second.headers['retry-after']]).toEqual([
      409,
      'IDEMPOTENCY.IN_FLIGHT',
      '1',
    ]);
    await owner.query('COMMIT');
    await owner.end();
    expect((await first).status).toBe(201);
    await post(key, body).expect(201).expect('Idempotency-Replayed', 'true');
  });

  it('is forgotten after a day, and what is kept cannot be read without the key', async () => {
    const [key, body] = [aKey(), anOutletBody()];
    await post(key, body).expect(201);
    const rows = await t.sql<{ answer: Buffer }>(`SELECT answer FROM idempotency_keys`);
    expect(rows.some(({ answer }) => answer.toString('latin1').includes(body.code))).toBe(false);
    const later = new Date('2026-11-23T20:00:01Z');
    const forgotten = await app
      .get(TenantTransactions)
      .run({ tenantId: t.id }, (em) => app.get(RepeatsRepository).forget(em, t.id, later));
    expect(forgotten).toBe(rows.length);
    await post(key, body).expect(409);
  });
});

describe('what is edited side by side', () => {
  it('names its state, and refuses who saw another one', async () => {
    const { id } = (await post(aKey(), anOutletBody()).expect(201)).body as OutletResponse;
    const path = `/api/v1/outlets/${id}`;
    const seen = (await admin.get(path).expect(200)).headers['etag'] as string;
    expect(seen).toMatch(/^"[\w-]{20}"$/);
    const changed = await admin.patch(path, { kind: 'tea_shop' }).set('If-Match', seen).expect(200);
    expect(changed.headers['etag']).not.toBe(seen);
    const stale = await admin.patch(path, { kind: 'kiosk' }).set('If-Match', seen).expect(412);
    expect(stale.body.code).toBe('CONFLICT.CHANGED');
    expect((await admin.get(path)).body.kind).toBe('tea_shop');
    await admin.patch(path, { kind: 'kiosk' }).set('If-Match', `W/${changed.headers['etag']}, "x"`).expect(200);
    await admin.patch(path, { kind: '4s' }).set('If-Match', '*').expect(200);
    const stranger = await (await aTenant(app)).as('hq_admin');
    await stranger.patch(path, { kind: '4s' }).set('If-Match', seen).expect(404);
  });

  it('tells its state to who makes it, the second time too, and is an org unit and a peer group as well', async () => {
    const [key, body] = [aKey(), anOutletBody()];
    const made = await post(key, body).expect(201);
    const again = await post(key, body).expect(201);
    expect(again.headers['etag']).toBe(made.headers['etag']);
    const of = { code: `E-${made.body.code}`, name: body.name };
    for (const [path, given] of [
      ['/api/v1/outlets', null],
      ['/api/v1/org-units', { ...of, parentId: unit, kind: 'area' }],
      ['/api/v1/peer-groups', of],
    ] as const) {
      const { headers, body: thing } = given ? await admin.post(path, given).expect(201) : made;
      const one = `${path}/${thing.id}`;
      expect(
        (
          await admin
            .get(one)
            .expect(200)
            .expect('ETag', headers['etag'] as string)
        ).body.code,
      ).toBe(thing.code);
      const change = { name: { en: 'Lake', zh: '湖边' } };
      await admin
        .patch(one, change)
        .set('If-Match', headers['etag'] as string)
        .expect(200);
      const stale = await admin.patch(one, { name: body.name }).set('If-Match', headers['etag'] as string);
      expect([stale.status, stale.body.code]).toEqual([412, 'CONFLICT.CHANGED']);
      expect((await admin.get(one)).body.name).toEqual(change.name);
      await (await aTenant(app)).as('hq_admin').then((stranger) => stranger.get(one).expect(404));
    }
  });

  it('is also a member with the roles that it holds, and the settings with their scheme', async () => {
    const member = await t.as('viewer');
    const path = `/api/v1/members/${member.memberId}`;
    const seen = (await admin.get(path).expect(200)).headers['etag'] as string;
    const grant = { role: 'quality_manager', scopeKind: 'tenant' };
    await admin.post(`${path}/grants`, grant).set('If-Match', seen).expect(201);
    await admin.patch(path, { status: 'inactive' }).set('If-Match', seen).expect(412);
    const settings = (await admin.get('/api/v1/settings').expect(200)).headers['etag'] as string;
    await admin.patch('/api/v1/settings', { cutoffHour: 7 }).set('If-Match', settings).expect(200);
    await admin.patch('/api/v1/settings', { cutoffHour: 8 }).set('If-Match', settings).expect(412);
  });
});

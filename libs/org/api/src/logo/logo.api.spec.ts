import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import sharp from 'sharp';
import request from 'supertest';
import { ORG_ENTITIES } from '../org.entities.js';
import { OrgModule } from '../org.module.js';

let app: TestApp;
let t: TestTenant;
let admin: Caller;
const PATH = '/api/v1/settings/logo';
const png = (background: string) =>
  sharp({ create: { width: 900, height: 300, channels: 3, background } })
    .png()
    .toBuffer();
const upload = (by: Caller, content: Buffer, type = 'image/png') =>
  request(app.server).put(PATH).set('Authorization', `Bearer ${by.token}`).set('Content-Type', type).send(content);
const shown = async (by: Caller) =>
  (await by.get('/api/v1/auth/session').expect(200)).body.tenant.logo as string | null;

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  t = await aTenant(app);
  admin = await t.as('hq_admin');
});
afterAll(() => app.close());

describe('the logo', () => {
  it('is taken from who manages settings, shown in every session of the tenant, and kept by browsers', async () => {
    expect(await shown(admin)).toBeNull();
    const { body } = await upload(admin, await png('#aa2211')).expect(200);
    expect(body).toEqual({
      logo: expect.stringMatching(/^\/api\/v1\/settings\/logo\/[0-9a-f]{64}$/),
      width: 480,
      height: 160,
    });
    const shopper = await t.as('mystery_shopper');
    expect(await shown(shopper)).toBe(body.logo);
    expect((await admin.get('/api/v1/settings')).body.logo).toBe(body.logo);
    const { headers, body: picture } = await shopper.get(body.logo).buffer().expect(200);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(await sharp(picture as Buffer).metadata()).toMatchObject({ format: 'png', width: 480 });
  });

  it('gives way to the next one and can be removed, each with a trail', async () => {
    const first = await shown(admin);
    const { body } = await upload(admin, await png('#1133cc')).expect(200);
    await upload(admin, await png('#1133cc')).expect(200);
    await admin.get(String(first)).expect(404);
    await admin.delete(PATH).expect(204);
    await admin.delete(PATH).expect(204);
    expect(await shown(admin)).toBeNull();
    await admin.get(body.logo).expect(404);
    const trail = await t.sql<{ before: { logo: string }; after: { logo: string } }>(
      `SELECT before, after FROM trail_entries WHERE action = 'settings.logo' ORDER BY id`,
    );
    expect(trail).toHaveLength(3);
    expect(trail.map(({ after }) => after.logo !== null)).toEqual([true, true, false]);
    expect(trail[1]?.before).toEqual(trail[0]?.after);
    expect(await t.sql(`SELECT 1 FROM tenant_logos`)).toEqual([]);
  });

  it('is refused with the reason: another type whatever it claims to be, a broken file, none at all, one too large', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const type of ['image/svg+xml', 'image/png']) {
      const { body } = await upload(admin, svg, type).expect(415);
      expect(body).toMatchObject({ code: 'LOGO.TYPE', detail: expect.stringContaining('SVG') });
    }
    await admin.put(PATH, { a: 1 }).expect(415);
    await upload(admin, Buffer.from('89504e470d0a1a0a00', 'hex')).expect(422);
    await upload(admin, Buffer.alloc(1024 * 1024 + 1, 'x')).expect(413);
    await upload(admin, Buffer.alloc(3 * 1024 * 1024, 'x')).expect(413);
    expect(await shown(admin)).toBeNull();
  });

  it('is closed to who may not change settings, and to other tenants', async () => {
    const picture = await png('#00aa55');
    for (const role of ['viewer', 'mystery_shopper'] as const) {
      const caller = await t.as(role);
      await upload(caller, picture).expect(403);
      await caller.delete(PATH).expect(403);
    }
    await request(app.server).put(PATH).set('Content-Type', 'image/png').send(picture).expect(401);
    const { logo } = (await upload(admin, picture).expect(200)).body;
    const stranger = await (await aTenant(app)).as('hq_admin');
    await stranger.get(logo).expect(404);
    await stranger.get(`${PATH}/nothing`).expect(404);
    await request(app.server).get(logo).expect(401);
  });
});

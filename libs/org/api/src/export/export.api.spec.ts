import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OUTLET_FILE_COLUMNS } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import readExcelFile from 'read-excel-file/node';
import request from 'supertest';
import { ORG_ENTITIES } from '../org.entities.js';
import { OrgModule } from '../org.module.js';
import { aCheckedImport, anOrgUnit, anOutlet, aPeerGroup } from '../testing/index.js';

const CODES =
  'code,name_en,name_zh,kind,org_unit,peer_group,city_tier,city_en,city_zh,latitude,longitude,time_zone,opened_on,closed_on';
let app: TestApp;
let t: TestTenant;
let admin: Caller;
let east: { id: string };

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  app.clock.set('2026-11-22T20:00:00Z');
  t = await aTenant(app);
  admin = await t.as('hq_admin');
  east = await anOrgUnit(t, { code: 'EAST' });
  const peers = await aPeerGroup(t, { code: 'P' });
  await anOutlet(t, {
    code: 'E-1',
    orgUnitId: east.id,
    peerGroupId: peers.id,
    name: { en: '=HYPERLINK("x")', zh: '一,店' },
  });
  const attributes = { area: 300, phone: '021', open24: true, note: '+x' };
  await t.sql(`UPDATE outlets SET latitude = -31.5, city_tier = '1', attributes = $1 WHERE code = 'E-1'`, [
    JSON.stringify(attributes),
  ]);
  await anOutlet(t, { code: 'W-1', name: { en: 'West', zh: '西店' }, kind: 'tea_shop' });
  await anOutlet(t, { code: 'X-1', name: { en: 'Gone', zh: '旧店' }, closedOn: '2025-01-01' });
});
afterAll(() => app.close());

const binary = (path: string, caller = admin) =>
  caller
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });

describe('the export', () => {
  it('is CSV with stable codes, safe to open, and in the trail', async () => {
    const { text, headers } = await admin.get('/api/v1/outlets/export.csv').expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="outlets.csv"');
    expect(text).toBe(
      `\ufeff${CODES},attr:area,attr:note,attr:open24,attr:phone\r\n` +
        `E-1,"'=HYPERLINK(""x"")","一,店",4s,EAST,P,1,,,-31.5,,Asia/Shanghai,2020-01-01,,300,'+x,true,021\r\n` +
        `W-1,West,西店,tea_shop,HQ,,,,,,,Asia/Shanghai,2020-01-01,,,,,\r\n`,
    );
    const trail = await t.sql(`SELECT after FROM trail_entries WHERE action = 'outlet.export'`);
    expect(trail).toEqual([{ after: { format: 'csv', outlets: 2, filter: {} } }]);
  });

  it('is a workbook with real dates, numbers and yes/no, and explains itself in both languages', async () => {
    const { body } = await binary('/api/v1/outlets/export.xlsx?q=E-1').expect(200);
    const [outlets, columns] = await readExcelFile(body as Buffer);
    expect(outlets?.data[1]).toEqual([
      ...['E-1', `'=HYPERLINK("x")`, '一,店', '4s', 'EAST', 'P', 1, null, null, -31.5, null, 'Asia/Shanghai'],
      ...[new Date('2020-01-01T00:00:00Z'), null, 300, "'+x", true, '021'],
    ]);
    expect(columns?.data.map(([code]) => code)).toEqual([
      'column 列',
      ...OUTLET_FILE_COLUMNS.map(({ code }) => code),
      'attr:…',
    ]);
    expect(columns?.data.flat().every((cell) => typeof cell === 'string' && cell !== '')).toBe(true);
  });

  it('keeps to the filter and to the reader’s scope', async () => {
    const codes = async (query: string, caller = admin) =>
      (await caller.get(`/api/v1/outlets/export.csv?${query}`).expect(200)).text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]);
    expect(await codes('includeClosed=true')).toEqual(['E-1', 'W-1', 'X-1']);
    expect(await codes('kind=tea_shop')).toEqual(['W-1']);
    expect(await codes(`orgUnitId=${east.id}`)).toEqual(['E-1']);
    expect(await codes('', await t.as('supervisor', { scopeKind: 'org_unit', scopeId: east.id }))).toEqual(['E-1']);
    await request(app.server).get('/api/v1/outlets/export.csv').expect(401);
    await (await t.as('mystery_shopper')).get('/api/v1/outlets/export.csv').expect(403);
    const stranger = await (await aTenant(app)).as('hq_admin');
    expect(await codes('', stranger)).toEqual([]);
    await admin.get('/api/v1/outlets/export.csv?limit=1').expect(400);
  });

  it('of nothing is the template', async () => {
    for (const query of ['template=true', 'q=nothing-like-that']) {
      const { text } = await admin.get(`/api/v1/outlets/export.csv?${query}`).expect(200);
      expect(text).toBe(`\ufeff${CODES}\r\n`);
    }
  });

  it.each(['csv', 'xlsx'] as const)('comes back through the import without a change: %s', async (format) => {
    const { body, text } = await binary(`/api/v1/outlets/export.${format}?includeClosed=true`).expect(200);
    expect(text).toBeUndefined();
    const one = await aCheckedImport(t, admin, body as Buffer, { format, name: `outlets.${format}` });
    expect(one.counts).toEqual({ new: 0, changed: 0, unchanged: 3, wrong: 0 });
  });
});

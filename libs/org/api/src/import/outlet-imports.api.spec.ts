import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutletImportResponse, OutletImportRow, ProblemDetails } from '@wheelhouse/contracts';
import { IDENTITY_ENTITIES, IdentityModule } from '@wheelhouse/identity-api';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import { ORG_ENTITIES } from '../org.entities.js';
import { OrgModule } from '../org.module.js';
import { aCheckedImport, anOrgUnit, anOutlet, aPeerGroup, sendFile, theWorkerDid } from '../testing/index.js';

const HEAD = 'code,name_en,name_zh,kind,org_unit';
const TODAY = '2026-11-23';
let app: TestApp;
let t: TestTenant;
let admin: Caller;

beforeAll(async () => {
  app = await startApp({ imports: [IdentityModule, OrgModule], entities: [...IDENTITY_ENTITIES, ...ORG_ENTITIES] });
  app.clock.set('2026-11-22T20:00:00Z'); // the 23rd in Shanghai
  t = await aTenant(app);
  admin = await t.as('hq_admin');
  await anOrgUnit(t, { code: 'EAST', name: { en: 'East', zh: '华东' } });
  await anOrgUnit(t, { code: 'WEST', name: { en: 'West', zh: '华西' } });
  await anOrgUnit(t, { code: 'W1', name: { en: 'Twin', zh: '同名' } });
  await anOrgUnit(t, { code: 'W2', name: { en: 'Twin', zh: '同名' } });
  await aPeerGroup(t, { code: 'P-SH', name: { en: 'Shanghai', zh: '上海组' } });
});
afterAll(() => app.close());

const csv = (...rows: string[]) => [HEAD, ...rows].join('\n');
const rowsOf = async (id: string, outcome = '', caller = admin): Promise<OutletImportRow[]> =>
  (await caller.get(`/api/v1/outlet-imports/${id}/rows${outcome && `?outcome=${outcome}`}`).expect(200)).body.items;
const outlets = (code: string) =>
  t.sql<Record<string, unknown>>(
    `SELECT o.code, o.name->>'zh' AS name, u.code AS unit, o.opened_on::text AS opened, o.closed_on::text AS closed, o.attributes
     FROM outlets o JOIN org_units u ON u.id = o.org_unit_id WHERE o.code LIKE $1 ORDER BY o.code`,
    [code],
  );
const fieldsOf = (body: unknown) => (body as ProblemDetails).errors?.map(({ field, code }) => [field, code]);

describe('the dry run', () => {
  it('says of every row whether it is new, changed, unchanged or wrong, and writes nothing', async () => {
    await anOutlet(t, { code: 'D-1', name: { en: 'One', zh: '一店' } });
    await anOutlet(t, { code: 'D-2', name: { en: 'Two', zh: '二店' } });
    const file = csv('D-1,One,一店,4s,HQ', 'D-2,Two,二号店,4s,华东', 'D-3,Three,三店,4s,EAST', 'D-4,Four,,4s,ESAT');
    const one = await aCheckedImport(t, admin, file);
    expect(one).toMatchObject({
      status: 'checked',
      progress: 1,
      rows: 4,
      counts: { new: 1, changed: 1, unchanged: 1, wrong: 1 },
      createdBy: 'A hq_admin',
      can: { apply: true, cancel: true },
    });
    const [same, changed, fresh, wrong] = await rowsOf(one.id);
    expect(same).toMatchObject({ row: 2, outcome: 'unchanged', changes: [] });
    expect(changed).toMatchObject({
      row: 3,
      outcome: 'changed',
      changes: [
        { column: 'name_zh', before: '二店', after: '二号店' },
        { column: 'org_unit', before: 'HQ', after: 'EAST' },
      ],
    });
    expect(fresh).toMatchObject({ row: 4, outcome: 'new', code: 'D-3', name: { zh: '三店' }, outletId: null });
    expect(wrong?.problems).toEqual([
      { column: 'name_zh', code: 'FIELD.REQUIRED', message: 'Is missing.', value: '' },
      {
        column: 'org_unit',
        code: 'IMPORT.NO_SUCH_NEAREST',
        message: 'There is no “ESAT”. Did you mean EAST?',
        value: 'ESAT',
      },
    ]);
    expect(await outlets('D-%')).toHaveLength(2);
    const task = await admin.get(`/api/v1/jobs/${one.taskId}`).expect(200);
    expect(task.body).toMatchObject({ kind: 'import-outlets', status: 'done', progress: 1 });
  });

  it('understands the headings of people and names what it does not understand', async () => {
    const file = '门店编码,英文名称,门店名称,类型,所属组织,备注,attr:店长\nH-1,H,好店,4s,同名,x,王五\n';
    const one = await aCheckedImport(t, admin, file);
    expect(one.columns.map(({ code }) => code)).toEqual([
      ...['code', 'name_en', 'name_zh', 'kind', 'org_unit'],
      ...[null, 'attr:店长'],
    ]);
    const [row] = await rowsOf(one.id);
    expect(row?.problems.map(({ message }) => message)).toEqual([
      'Several are called “同名”. Write one of the codes: W1, W2.',
    ]);
  });

  it.each([
    ['latitude', 'north', 'IMPORT.NUMBER'],
    ['latitude', '91', 'FIELD.RANGE'],
    ['longitude', '-180.5', 'FIELD.RANGE'],
    ['city_tier', '5', 'FIELD.ENUM'],
    ['city_en', 'Shanghai', 'FIELD.REQUIRED'],
    ['time_zone', 'Shanghai', 'FIELD.FORMAT'],
    ['opened_on', '31/12/2025', 'IMPORT.DATE'],
    ['opened_on', '2026-02-30', 'IMPORT.DATE'],
    ['opened_on', '1066-10-14', 'FIELD.RANGE'],
    ['closed_on', '2020-01-01', 'IMPORT.CLOSED_BEFORE_OPENED'],
    ['peer_group', 'P-SX', 'IMPORT.NO_SUCH_NEAREST'],
    ['peer_group', '#REF!', 'IMPORT.CELL_ERROR'],
    ['attr:x', 'y'.repeat(501), 'FIELD.FORMAT'],
    ['attr:x', 'a\u0007b', 'FIELD.CONTROL_CHARACTERS'],
  ])('finds what is wrong in %s: %s', async (column, value, code) => {
    const one = await aCheckedImport(t, admin, `${HEAD},${column}\nX-1,X,某店,4s,EAST,"${value}"\n`);
    const [row] = await rowsOf(one.id, 'wrong');
    expect(row?.problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = row?.problems ?? [];
    expect(problem?.value).toBe(problem?.column === column ? value.slice(0, 300) : '');
  });

  it.each([
    ['a code of blanks', ' ,X,某店,4s,EAST', 'code', 'FIELD.REQUIRED'],
    ['a code with a blank', 'X 1,X,某店,4s,EAST', 'code', 'FIELD.FORMAT'],
    ['a name of 201 characters', `X-1,${'n'.repeat(201)},某店,4s,EAST`, 'name_en', 'FIELD.TOO_LONG'],
    ['a kind in capitals', 'X-1,X,某店,4S,EAST', 'kind', 'FIELD.FORMAT'],
    ['SQL', `X-1,X,某店,4s,"'; DROP TABLE outlets; --"`, 'org_unit', 'IMPORT.NO_SUCH'],
  ])('refuses %s', async (_, line, column, code) => {
    const one = await aCheckedImport(t, admin, csv(line));
    const [row] = await rowsOf(one.id, 'wrong');
    expect(row?.problems.map((problem) => [problem.column, problem.code])).toEqual([[column, code]]);
  });

  it('takes names of 200 characters, formulas as texts, and days as Chinese spreadsheets write them', async () => {
    const long = '很'.repeat(200);
    const file = `${HEAD},opened_on,attr:note\nL-1,'=1+1,${long},4s,EAST,2024/3/5,'+86\nL-2,B,乙,4s,EAST,2024年3月5日,\n`;
    const one = await aCheckedImport(t, admin, file);
    expect(one.counts).toEqual({ new: 2, changed: 0, unchanged: 0, wrong: 0 });
    await admin.post(`/api/v1/outlet-imports/${one.id}/apply`).expect(202);
    await theWorkerDid(t, one.id);
    expect(await outlets('L-%')).toEqual([
      { code: 'L-1', name: long, unit: 'EAST', opened: '2024-03-05', closed: null, attributes: { note: '+86' } },
      { code: 'L-2', name: '乙', unit: 'EAST', opened: '2024-03-05', closed: null, attributes: {} },
    ]);
    expect(await t.sql(`SELECT name->>'en' AS en FROM outlets WHERE code = 'L-1'`)).toEqual([{ en: '=1+1' }]);
  });

  it('names both rows that bear one code', async () => {
    const one = await aCheckedImport(t, admin, csv('T-1,A,甲,4s,EAST', 'T-2,B,乙,4s,EAST', 'T-1,C,丙,4s,EAST'));
    const wrong = await rowsOf(one.id, 'wrong');
    expect(wrong.map(({ row, problems }) => [row, problems[0]?.message])).toEqual([
      [2, 'Row 4 has the same code. Keep one of them.'],
      [4, 'Row 2 has the same code. Keep one of them.'],
    ]);
  });

  it('speaks the reader’s language, and hands the wrong rows back to be mended', async () => {
    const one = await aCheckedImport(t, admin, `${HEAD},note\nM-1,A,甲,4s,EAST,\nM-2,=1+1,乙,4s,NOWHERE,"a,b"\n`);
    const chinese = (path: string) =>
      admin.get(`/api/v1/outlet-imports/${one.id}/${path}`).set('Accept-Language', 'zh-CN');
    const { body } = await chinese('rows?outcome=wrong').expect(200);
    expect(body.items[0].problems[0].message).toBe('不存在“NOWHERE”。');
    const file = await chinese('problems.csv').expect(200);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.text).toBe(
      `\ufeff_row,_problems,${HEAD},note\r\n3,所属组织：不存在“NOWHERE”。,M-2,'=1+1,乙,4s,NOWHERE,"a,b"\r\n`,
    );
    const mended = await aCheckedImport(t, admin, file.text.replace('NOWHERE,', 'EAST,'));
    expect(mended.counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 0 });
    expect(mended.columns.map(({ heading }) => heading)).not.toContain('_problems');
  });

  it('fails with its reason when the file turns out to be unusable', async () => {
    const twice = await aCheckedImport(t, admin, `${HEAD},Code\nX-1,X,某店,4s,EAST,X-2\n`);
    expect(twice).toMatchObject({ status: 'failed', error: { code: 'IMPORT.COLUMN_TWICE' }, can: { apply: false } });
    const none = await aCheckedImport(t, admin, 'a,b\n1,2\n');
    expect(none.error?.message).toBe('The first row has no column “code”. Begin with the template.');
  });

  it('pages its rows', async () => {
    const one = await aCheckedImport(t, admin, csv(...Array.from({ length: 5 }, (_, i) => `PG-${i},A,甲,4s,EAST`)));
    const first = await admin.get(`/api/v1/outlet-imports/${one.id}/rows?limit=3`).expect(200);
    expect(first.body.items).toHaveLength(3);
    const next = await admin
      .get(`/api/v1/outlet-imports/${one.id}/rows?limit=3&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect(next.body).toMatchObject({ items: [{ row: 5 }, { row: 6 }], nextCursor: null });
  });
});

describe('sending a file', () => {
  const send = (headers: Record<string, string>, body: string | Buffer, caller = admin) =>
    request(app.server)
      .post('/api/v1/outlet-imports')
      .set({ Authorization: `Bearer ${caller.token}`, ...headers })
      .send(body);
  const CSV = { 'Content-Type': 'text/csv', 'X-File-Name': 'a.csv' };

  it.each([
    ['JSON', { ...CSV, 'Content-Type': 'application/json' }, '{}', 415, 'IMPORT.TYPE'],
    ['a form', { ...CSV, 'Content-Type': 'multipart/form-data; boundary=x' }, 'x', 415, 'REQUEST.UNSUPPORTED_TYPE'],
    ['no name', { 'Content-Type': 'text/csv' }, csv('A,B,C,4s,HQ'), 400, 'IMPORT.FILE_NAME'],
    ['a broken name', { ...CSV, 'X-File-Name': '%zz' }, csv('A,B,C,4s,HQ'), 400, 'IMPORT.FILE_NAME'],
    ['a hostile name', { ...CSV, 'X-File-Name': 'a%00b' }, csv('A,B,C,4s,HQ'), 400, 'IMPORT.FILE_NAME'],
    ['nothing', CSV, '', 422, 'IMPORT.EMPTY'],
    ['junk', CSV, Buffer.from([0, 0, 1, 2]), 422, 'IMPORT.MISMATCH'],
    ['11 MB', CSV, Buffer.alloc(11 * 1024 * 1024, 'a'), 413, 'IMPORT.TOO_LARGE'],
  ])('refuses %s', async (_, headers, body, status, code) => {
    const answer = await send(headers, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/problem\+json/);
  });

  it('refuses files on every other route', async () => {
    const { status, body } = await request(app.server)
      .post('/api/v1/outlets')
      .set({ Authorization: `Bearer ${admin.token}`, 'Content-Type': 'text/csv' })
      .send('a,b');
    expect([status, body.code]).toEqual([415, 'REQUEST.UNSUPPORTED_TYPE']);
  });

  it('is for those who manage the network: 401, 403, and a stranger’s 404', async () => {
    await request(app.server).post('/api/v1/outlet-imports').set(CSV).send('x').expect(401);
    await send(CSV, csv('A,B,C,4s,HQ'), await t.as('quality_manager')).expect(403);
    const one = await aCheckedImport(t, admin, csv('Z-1,A,甲,4s,EAST'));
    const stranger = await (await aTenant(app)).as('hq_admin');
    for (const path of ['', '/rows', '/problems.csv'])
      await stranger.get(`/api/v1/outlet-imports/${one.id}${path}`).expect(404);
    for (const path of ['apply', 'cancel']) await stranger.post(`/api/v1/outlet-imports/${one.id}/${path}`).expect(404);
    const list = await stranger.get('/api/v1/outlet-imports').expect(200);
    expect(list.body.items).toEqual([]);
    const mine = await admin.get('/api/v1/outlet-imports?limit=1').expect(200);
    expect(mine.body.items).toMatchObject([{ id: one.id }]);
    expect(mine.body.nextCursor).not.toBeNull();
  });
});

describe('applying', () => {
  const apply = (id: string, body: object = {}) => admin.post(`/api/v1/outlet-imports/${id}/apply`, body);
  const get = async (id: string): Promise<OutletImportResponse> =>
    (await admin.get(`/api/v1/outlet-imports/${id}`).expect(200)).body;

  it('writes what is right, once, and says so in the trail', async () => {
    await anOutlet(t, { code: 'A-1', name: { en: 'One', zh: '一' } });
    const one = await aCheckedImport(t, admin, csv('A-1,One,壹,4s,WEST', 'A-2,Two,二,4s,EAST', 'A-3,Three,三,4s,XX'));
    const refused = await apply(one.id).expect(409);
    expect(refused.body.code).toBe('IMPORT.HAS_WRONG');
    await apply(one.id, { skipWrong: true }).expect(202);
    expect((await apply(one.id, { skipWrong: true }).expect(409)).body.code).toBe('IMPORT.STATUS');
    await theWorkerDid(t, one.id);
    await theWorkerDid(t, one.id);
    expect(await get(one.id)).toMatchObject({
      status: 'applied',
      skippedWrong: true,
      can: { apply: false, cancel: false },
    });
    expect(await outlets('A-%')).toMatchObject([
      { code: 'A-1', name: '壹', unit: 'WEST', opened: '2020-01-01' },
      { code: 'A-2', name: '二', unit: 'EAST', opened: TODAY },
    ]);
    const trail = await t.sql(`SELECT after FROM trail_entries WHERE action = 'outlet.import' AND object_id = $1`, [
      one.id,
    ]);
    expect(trail).toMatchObject([{ after: { new: 1, changed: 1, wrong: 1, moved: 1, closed: 0, skippedWrong: true } }]);
    expect((await admin.post(`/api/v1/outlet-imports/${one.id}/cancel`).expect(409)).body.code).toBe('IMPORT.STATUS');
  });

  it('moves from today on, closes and opens again, and keeps history as a move by hand does', async () => {
    const outlet = await anOutlet(t, { code: 'MV-1', name: { en: 'M', zh: '移' } });
    const history = () =>
      t.sql(
        `SELECT u.code, p.valid_from::text AS "from", p.valid_until::text AS until FROM outlet_placements p
         JOIN org_units u ON u.id = p.org_unit_id WHERE p.outlet_id = $1 ORDER BY p.valid_from`,
        [outlet.id],
      );
    const run = async (row: string) => {
      const one = await aCheckedImport(t, admin, `${HEAD},opened_on,closed_on\nMV-1,M,移,4s,${row}\n`);
      expect(await rowsOf(one.id, 'wrong')).toEqual([]);
      await apply(one.id).expect(202);
      await theWorkerDid(t, one.id);
    };
    await run('EAST,2019-05-01,2026-12-31');
    expect(await history()).toEqual([
      { code: 'HQ', from: '2019-05-01', until: TODAY },
      { code: 'EAST', from: TODAY, until: null },
    ]);
    expect(await outlets('MV-1')).toMatchObject([{ opened: '2019-05-01', closed: '2026-12-31' }]);
    await run('HQ,,');
    expect(await history()).toEqual([{ code: 'HQ', from: '2019-05-01', until: null }]);
    expect(await outlets('MV-1')).toMatchObject([{ opened: '2019-05-01', closed: null }]);
  });

  it('refuses with the rows when an outlet was changed, or a code was taken, since the dry run', async () => {
    const outlet = await anOutlet(t, { code: 'S-1', name: { en: 'S', zh: '旧' } });
    const one = await aCheckedImport(t, admin, csv('S-1,S,新,4s,HQ', 'S-2,S2,新,4s,HQ'));
    await admin.patch(`/api/v1/outlets/${outlet.id}`, { kind: 'tea_shop' }).expect(200);
    await anOutlet(t, { code: 'S-2' });
    const { body } = await apply(one.id).expect(409);
    expect([body.code, fieldsOf(body)]).toEqual([
      'IMPORT.STALE',
      [
        ['rows[2].code', 'IMPORT.ROW_CHANGED'],
        ['rows[3].code', 'IMPORT.ROW_CHANGED'],
      ],
    ]);
    expect(await get(one.id)).toMatchObject({ status: 'checked' });
  });

  it('fails without a trace when that happens before a worker comes to it', async () => {
    await anOutlet(t, { code: 'SW-1', name: { en: 'S', zh: '旧' } });
    const one = await aCheckedImport(t, admin, csv('SW-1,S,新,4s,HQ', 'SW-2,S2,新,4s,HQ'));
    await apply(one.id).expect(202);
    await t.sql(`UPDATE outlets SET updated_at = now() WHERE code = 'SW-1'`);
    await theWorkerDid(t, one.id);
    expect(await get(one.id)).toMatchObject({
      status: 'failed',
      error: { code: 'IMPORT.STALE', errors: [{ field: 'rows[2].code' }] },
    });
    expect(await outlets('SW-%')).toMatchObject([{ code: 'SW-1', name: '旧' }]);
  });

  it('refuses when there is nothing to write, and who may no longer write it', async () => {
    await anOutlet(t, { code: 'N-1', name: { en: 'N', zh: '无' } });
    const same = await aCheckedImport(t, admin, csv('N-1,N,无,4s,HQ'));
    expect((await apply(same.id).expect(409)).body.code).toBe('IMPORT.NOTHING');
    const leaver = await t.as('hq_admin');
    const one = await aCheckedImport(t, leaver, csv('N-2,N,新,4s,HQ'));
    await leaver.post(`/api/v1/outlet-imports/${one.id}/apply`).expect(202);
    await t.sql(`DELETE FROM role_grants WHERE member_id = $1`, [leaver.memberId]);
    await theWorkerDid(t, one.id);
    expect(await get(one.id)).toMatchObject({ status: 'failed', error: { code: 'AUTH.FORBIDDEN' } });
    expect(await outlets('N-2')).toEqual([]);
  });

  it('can be cancelled before a worker comes to it: the dry run, the result, the writing', async () => {
    const cancel = (id: string) => admin.post(`/api/v1/outlet-imports/${id}/cancel`).expect(200);
    const waiting = (await sendFile(t, admin, csv('C-1,C,取,4s,HQ'))).body;
    expect((await cancel(waiting.id)).body).toMatchObject({ status: 'cancelled' });
    await theWorkerDid(t, waiting.id);
    expect([await get(waiting.id), await rowsOf(waiting.id)]).toMatchObject([
      { status: 'cancelled', counts: null },
      [],
    ]);
    const checked = await aCheckedImport(t, admin, csv('C-1,C,取,4s,HQ'));
    await cancel(checked.id);
    expect((await apply(checked.id).expect(409)).body.code).toBe('IMPORT.STATUS');
    const applying = await aCheckedImport(t, admin, csv('C-1,C,取,4s,HQ'));
    await apply(applying.id).expect(202);
    await cancel(applying.id);
    await theWorkerDid(t, applying.id);
    expect(await outlets('C-%')).toEqual([]);
    expect(
      await t.sql(`SELECT count(*)::int AS n FROM outlet_imports WHERE file IS NOT NULL AND status = 'cancelled'`),
    ).toEqual([{ n: 0 }]);
  });
});

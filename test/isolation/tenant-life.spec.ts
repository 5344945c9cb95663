import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperatorEntry, TenantDetailResponse, TenantExportResponse } from '@wheelhouse/contracts';
import type { Caller } from '@wheelhouse/identity-api/testing';
import { INSTALLATION_TABLES } from '@wheelhouse/platform-db';
import { TenantLifeWorkerModule } from '@wheelhouse/tenant-life-api';
import { startApp, type TestApp } from '@wheelhouse/testing';
import request from 'supertest';
import yauzl from 'yauzl';
import { ENTITIES, FEATURES } from '../../apps/api/src/features.js';
import {
  HARMLESS_COLUMNS,
  SECRET_NAME,
  WITHHELD_COLUMNS,
  WITHHELD_TABLES,
} from '../../libs/tenant-life/api/src/exported-tables.js';
import { TenantClosingService } from '../../libs/tenant-life/api/src/tenant-closing.service.js';
import { anOperator, aWorld, type World } from '../support/a-world.js';
import { call, ok } from '../support/call.js';
import { Evidence } from '../support/evidence.js';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

let app: TestApp;
let worker: TestApp;
let evidence: Evidence;
let a: World;
let b: World;
let operator: Pick<Caller, 'token'>;

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  a = await aWorld(app);
  b = await aWorld(app);
  // Without schedules: nothing but what is asked for happens.
  worker = await startApp({
    ...{ database: app.database, role: 'worker', entities: ENTITIES },
    imports: [...FEATURES, TenantLifeWorkerModule],
  });
  // The database's own clock decides when a tenant is due.
  for (const each of [app, worker]) each.clock.set(new Date().toISOString());
  operator = await anOperator(app);
});

afterAll(async () => {
  await worker?.close();
  await evidence?.close();
  await app?.close();
});

const byTable = async (tenantId: string): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const table of evidence.tables) {
    const [row] = await evidence.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE tenant_id = $1`, [
      tenantId,
    ]);
    counts[table] = row?.n ?? 0;
  }
  return counts;
};

describe('an archive of everything', () => {
  let files: Map<string, Buffer>;
  let archive: Buffer;

  it('is made by a worker, once at a time, and fetched by headquarters', async () => {
    const { id } = await ok<TenantExportResponse>(a.people.admin.post('/api/v1/tenant-exports'));
    const second = await a.people.admin.post('/api/v1/tenant-exports');
    expect([second.status, second.body.code]).toEqual([409, 'EXPORT.RUNNING']);
    const done = await until(async () => {
      const { body } = await a.people.admin.get(`/api/v1/tenant-exports/${id}`);
      return (body as TenantExportResponse).state === 'done' && (body as TenantExportResponse);
    });
    const fetched = await request(app.server)
      .get(`/api/v1/tenant-exports/${id}/file`)
      .set({ Authorization: `Bearer ${a.people.admin.token}` })
      .buffer(true)
      .parse((response, end) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => end(null, Buffer.concat(pieces)));
      });
    expect(fetched.status).toBe(200);
    archive = fetched.body as Buffer;
    expect(archive.length).toBe(done.bytes);
    files = await unzip(archive);
  });

  it('holds each row of each table that it names', async () => {
    const manifest = JSON.parse(String(files.get('manifest.json')));
    const counts = await byTable(a.t.id);
    const withheld = new Set([...Object.keys(WITHHELD_TABLES), ...Object.keys(INSTALLATION_TABLES)]);
    const tables = evidence.tables.filter((table) => !withheld.has(table));
    expect(Object.keys(manifest.tables).sort()).toEqual([...tables].sort());
    // What the fetching itself wrote afterwards, and what it is written into.
    const still = tables.filter((table) => !['tenant_exports', 'trail_entries', 'tenant_minutes'].includes(table));
    const lines = Object.fromEntries(
      still.map((table) => [
        table,
        String(files.get(`tables/${table}.ndjson`))
          .split('\n')
          .filter(Boolean).length,
      ]),
    );
    expect(lines).toEqual(Object.fromEntries(still.map((table) => [table, counts[table]])));
    expect(lines['audits']).toBeGreaterThan(3);
    expect([...files.keys()].some((name) => name.startsWith('files/logo-'))).toBe(true);
  });

  it('holds nothing of another tenant', () => {
    const text = [...files.values()].map(String).join('\n');
    expect(text).toContain(a.tag);
    expect(text).not.toContain(b.tag);
    expect(text).not.toContain(b.t.id);
  });

  it('holds no column that may be a secret, unless it is known to be harmless', async () => {
    const columns = await evidence.query<{ table: string; name: string }>(
      `SELECT c.relname AS table, x.attname AS name
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
         JOIN pg_attribute x ON x.attrelid = c.oid AND x.attnum > 0 AND NOT x.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`,
    );
    const suspicious = columns.filter(
      ({ table, name }) =>
        SECRET_NAME.test(name) &&
        !(table in INSTALLATION_TABLES) &&
        !(table in WITHHELD_TABLES) &&
        !(name in (WITHHELD_COLUMNS[table] ?? {})) &&
        !(`${table}.${name}` in HARMLESS_COLUMNS),
    );
    expect(suspicious).toEqual([]);
  });

  it('is headquarters’ administrators’ alone', async () => {
    for (const who of [a.people.quality, a.people.manager, a.people.viewer, a.people.shopper]) {
      expect((await who.post('/api/v1/tenant-exports')).status).toBe(403);
      expect((await who.get('/api/v1/tenant-exports')).status).toBe(403);
    }
  });
});

describe('the end of a tenant', () => {
  const operate = (method: string, path: string, body?: Record<string, unknown>) =>
    call(app, operator, method, `/api/v1/tenants/${a.t.id}${path}`, body);

  it('begins only with the slug typed again, and locks everybody out', async () => {
    const wrong = await operate('POST', '/close', { slug: b.t.slug });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([400, 'slug']);
    const closed = await operate('POST', '/close', { slug: a.t.slug, graceDays: 7 });
    expect([closed.status, closed.body.status]).toEqual([200, 'closing']);
    expect((await a.people.admin.get('/api/v1/outlets')).status).toBe(403);
    expect((await operate('PATCH', '', { status: 'active' })).body.code).toBe('TENANT.CLOSING');
    const [mail] = await evidence.query<{ recipient: string }>(
      `SELECT recipient FROM mails WHERE tenant_id = $1 AND dedupe_key LIKE 'tenant.close:%' AND recipient = $2`,
      [a.t.id, a.people.admin.email],
    );
    expect(mail).toBeDefined();
    const [entry] = await evidence.query<{ actor_name: string }>(
      `SELECT actor_name FROM trail_entries WHERE tenant_id = $1 AND action = 'tenant.close'`,
      [a.t.id],
    );
    expect(entry?.actor_name).toBe('Operator');
  });

  it('can be stopped until its day; the database refuses to delete before', async () => {
    await expect(app.source.query(`SELECT delete_tenant($1)`, [a.t.id])).rejects.toThrow(/not due/);
    await expect(app.source.query(`SELECT delete_tenant($1)`, [b.t.id])).rejects.toThrow(/not due/);
    // Nor can the application bring that day nearer, which would be a way to delete an audit trail.
    for (const id of [a.t.id, b.t.id])
      await expect(
        app.source.query(`UPDATE tenants SET status = 'closing', delete_at = now() - interval '1 day' WHERE id = $1`, [
          id,
        ]),
      ).rejects.toThrow(/not deleted within six days/);
    const kept = await operate('POST', '/keep');
    expect([kept.status, kept.body.status]).toEqual([200, 'suspended']);
    expect((await operate('POST', '/keep')).body.code).toBe('TENANT.NOT_CLOSING');
    expect((await operate('PATCH', '', { status: 'active' })).status).toBe(200);
    const [resumed] = await evidence.query<{ after: object }>(
      `SELECT after FROM trail_entries WHERE tenant_id = $1 AND action = 'tenant.update'`,
      [a.t.id],
    );
    expect(resumed?.after).toEqual({ status: 'active' });
    expect((await a.people.admin.get('/api/v1/outlets')).status).toBe(200);
  });

  it('takes every row of it and of nobody else', async () => {
    const others = await evidence.checksums(b.t.id);
    await ok(operate('POST', '/close', { slug: a.t.slug, graceDays: 7 }));
    await evidence.query(`UPDATE tenants SET delete_at = now() - interval '1 second' WHERE id = $1`, [a.t.id]);
    await evidence.query(`INSERT INTO members (tenant_id, id, person_id) SELECT $1, gen_random_uuid(), $2`, [
      b.t.id,
      a.people.viewer.personId,
    ]);
    await worker.get(TenantClosingService).deleteDue();

    expect(Object.values(await byTable(a.t.id)).filter((n) => n > 0)).toEqual([]);
    expect(await evidence.query(`SELECT 1 FROM tenants WHERE id = $1`, [a.t.id])).toEqual([]);
    const people = (ids: string[]) =>
      evidence.query<{ id: string }>(`SELECT id FROM people WHERE id = ANY($1)`, [ids]).then((rows) => rows.length);
    expect(await people([a.people.admin.personId, a.people.manager.personId])).toBe(0);
    // Who belongs to somebody else too stays.
    expect(await people([a.people.viewer.personId, b.people.admin.personId])).toBe(2);
    await evidence.query(`DELETE FROM members WHERE tenant_id = $1 AND person_id = $2`, [
      b.t.id,
      a.people.viewer.personId,
    ]);
    expect(await evidence.checksums(b.t.id)).toEqual(others);
    expect((await b.people.admin.get('/api/v1/outlets')).status).toBe(200);
  });

  it('stays in the operator’s own log, which nobody changes', async () => {
    expect((await call(app, operator, 'GET', `/api/v1/tenants/${a.t.id}`)).status).toBe(404);
    const entries = await evidence.query<OperatorEntry>(
      `SELECT action FROM operator_entries WHERE tenant_ref = $1 ORDER BY at, id`,
      [a.t.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'tenant.close',
      'tenant.keep',
      'tenant.resume',
      'tenant.close',
      'tenant.delete',
    ]);
    for (const sql of ['DELETE FROM operator_entries', `UPDATE operator_entries SET slug = 'x'`]) {
      await expect(app.source.query(sql)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('a new tenant', () => {
  it('is not handed to an account that somebody made elsewhere', async () => {
    const made = (email: string) =>
      call(app, operator, 'POST', '/api/v1/tenants', {
        ...{ slug: 'handed-over', name: { en: 'New', zh: '新' }, timeZone: 'Asia/Shanghai', weekStart: 1 },
        admin: { email, name: 'New Admin', password: 'a long enough password' },
      });
    expect((await made(b.people.viewer.email)).body.code).toBe('MEMBER.HAS_ACCOUNT');
    expect(await evidence.query(`SELECT 1 FROM tenants WHERE slug = 'handed-over'`)).toEqual([]);
    expect((await made('first@handed-over.test')).status).toBe(201);
  });
});

describe('the operator’s view of a tenant', () => {
  it('is one of a list by slug, page by page', async () => {
    const slugs: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await call(app, operator, 'GET', `/api/v1/tenants?limit=1${cursor}`);
      slugs.push(...body.items.map(({ slug }: { slug: string }) => slug));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(slugs).toEqual([...new Set(slugs)].sort());
    expect(slugs).toEqual(expect.arrayContaining([b.t.slug]));
  });

  it('is found by part of its slug or name, and by its state', async () => {
    const found = async (query: string) =>
      (await call(app, operator, 'GET', `/api/v1/tenants?${query}`)).body.items.map(
        ({ slug }: { slug: string }) => slug,
      );
    const { body } = await call(app, operator, 'GET', `/api/v1/tenants/${b.t.id}`);
    expect(await found(`q=${b.t.slug.slice(1).toUpperCase()}`)).toEqual([b.t.slug]);
    expect(await found(`q=${encodeURIComponent(body.name.zh)}&status=active`)).toContain(b.t.slug);
    expect(await found(`q=${b.t.slug}&status=suspended`)).toEqual([]);
    expect(await found('q=%25')).toEqual([]);
    expect((await call(app, operator, 'GET', '/api/v1/tenants?status=gone')).status).toBe(400);
  });

  it('tells how large it is and nothing of what is in it', async () => {
    const { body, text } = await call(app, operator, 'GET', `/api/v1/tenants/${b.t.id}`);
    const detail = body as TenantDetailResponse;
    expect(detail.usage.outlets).toBeGreaterThan(2);
    expect(detail.members).toBeGreaterThan(5);
    const own = text.replaceAll(b.t.slug, '');
    for (const secret of [b.people.admin.email, b.cycleId, b.selfCheckId]) expect(own).not.toContain(secret);
  });
});

function unzip(archive: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    yauzl.fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject).on('end', () => resolve(files));
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (problem, stream) => {
          if (problem) return reject(problem);
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(pieces));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { newId } from '@wheelhouse/kernel';
import { migrate } from '@wheelhouse/migrations';
import { aTenant, type Caller } from '@wheelhouse/identity-api/testing';
import { anOutlet } from '@wheelhouse/org-api/testing';
import { aPublishedStandard, fullAnswers } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import pg from 'pg';
import { type Built, killBuilt, startBuilt } from '../support/built-processes.js';
import { ArchiveWriter, extract, prepareDatabase, readManifest, startCluster } from '../support/installations.mjs';
import { until } from '../support/until.js';
import { startWholeApp } from '../support/whole-app.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wheelhouse-backup-'));
const [here, there] = [path.join(folder, 'here'), path.join(folder, 'there')];
const file = path.join(folder, 'saved.zip');
const undo: (() => Promise<unknown> | unknown)[] = [];
const PASSWORDS = { appPassword: randomBytes(18).toString('hex'), ownerPassword: randomBytes(18).toString('hex') };

/** An installation in `dataDir`, on the embedded PostgreSQL as `npm start` runs it, with durability. */
async function anInstallation(dataDir: string) {
  const cluster = await startCluster({ dataDir });
  undo.push(() => cluster.stop());
  const { ownerUrl, appUrl } = await prepareDatabase(cluster.adminUrl, { database: 'wheelhouse', ...PASSWORDS });
  return { cluster, ownerUrl, appUrl, adminUrl: cluster.adminUrl.replace('/postgres?', '/wheelhouse?') };
}

let source: Awaited<ReturnType<typeof anInstallation>>;
let app: TestApp;
let auditor: Caller;
let api: Built;
let body: object;

beforeAll(async () => {
  fs.chmodSync(folder, 0o755);
  source = await anInstallation(here);
  await migrate(source.ownerUrl);
  fs.writeFileSync(path.join(here, 'secrets.json'), JSON.stringify(PASSWORDS), { mode: 0o600 });
  app = await startWholeApp({
    database: { appUrl: source.appUrl, ownerUrl: source.ownerUrl, drop: async () => undefined },
  });
  undo.push(() => app.close());
  const t = await aTenant(app);
  auditor = await t.as('quality_manager');
  const standard = await aPublishedStandard(t);
  const { id: outletId } = await anOutlet(t);
  const answers = fullAnswers(standard.body);
  body = {
    kind: 'hq_audit',
    outletId,
    standardVersionId: standard.id,
    visitDate: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    answers,
  };
  api = await startBuilt('api', { DATABASE_URL: source.appUrl, LOG_LEVEL: 'error' });
});

afterEach(killBuilt);
afterAll(async () => {
  for (const step of undo.reverse()) await step();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A command beside the installation; resolves with how it ended and what it said. */
const command = (name: 'backup' | 'restore', dataDir: string, ...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const env = { PATH: process.env['PATH'], WHEELHOUSE_DATA_DIR: dataDir };
    execFile(process.execPath, [path.join(ROOT, 'tools', `${name}.mjs`), ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    );
  });

async function submit(address: string): Promise<string> {
  const id = newId();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}` };
  const answer = await fetch(`${address}/api/v1/audits/${id}/submit`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return id;
}

async function select<T extends object>(adminUrl: string, sql: string, params: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, params)).rows;
  } finally {
    await client.end();
  }
}

it('a backup under load, restored elsewhere, holds every submission that was acknowledged before its end', async () => {
  const acknowledged: { id: string; at: number }[] = [];
  let loading = true;
  const clients = Array.from({ length: 8 }, async () => {
    while (loading) {
      const id = await submit(api.address);
      acknowledged.push({ id, at: Date.now() });
    }
  });
  await until(async () => acknowledged.length >= 40);
  const saved = await command('backup', here, file);
  expect(saved).toMatchObject({ code: 0, said: expect.stringContaining('keep it as safe') });
  const whenSaved = acknowledged.length;
  await until(async () => acknowledged.length >= whenSaved + 10);
  loading = false;
  await Promise.all(clients);
  expect(fs.statSync(file).mode & 0o077).toBe(0);
  expect(await select(source.adminUrl, 'SELECT slot_name FROM pg_replication_slots')).toEqual([]);
  expect(await command('backup', here, file)).toMatchObject({ code: 1, said: expect.stringContaining('exists') });

  const restored = await command('restore', there, file);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('1 tenants') });
  const copy = await anInstallation(there);
  const { endedAt } = await readManifest(file);
  const before = acknowledged.filter(({ at }) => at <= Date.parse(endedAt)).map(({ id }) => id);
  expect(before.length).toBeGreaterThan(39);
  for (const table of ['audits', 'observations'])
    expect([
      table,
      await select(copy.adminUrl, `SELECT id FROM unnest($1::uuid[]) AS id WHERE id NOT IN (SELECT id FROM ${table})`, [
        before,
      ]),
    ]).toEqual([table, []]);
  const whole = `SELECT (SELECT count(*)::int FROM audits) AS audits, (SELECT count(*)::int FROM observations) AS observations, (SELECT sum(n)::int FROM outlet_weeks) AS counted`;
  const [counts] = await select<{ audits: number }>(copy.adminUrl, whole);
  expect(counts).toEqual({ audits: counts?.audits, observations: counts?.audits, counted: counts?.audits });

  const again = await startBuilt('api', { DATABASE_URL: copy.appUrl, LOG_LEVEL: 'error' });
  const id = await submit(again.address);
  expect(await select(copy.adminUrl, 'SELECT 1 AS there FROM audits WHERE id = $1', [id])).toEqual([{ there: 1 }]);
  expect(await command('restore', there, file)).toMatchObject({ code: 1, said: expect.stringContaining('add --yes') });
});

it('a damaged file is refused and leaves what is there alone', async () => {
  const bytes = fs.readFileSync(file);
  const bad = path.join(folder, 'bad.zip');
  const elsewhere = path.join(folder, 'elsewhere');
  bytes.writeUInt32LE((bytes.readUInt32LE(bytes.length >> 1) ^ 0xffff) >>> 0, bytes.length >> 1);
  fs.writeFileSync(bad, bytes);
  expect(await command('restore', elsewhere, bad)).toMatchObject({ code: 1, said: expect.stringMatching(/damaged/) });
  fs.writeFileSync(bad, 'no archive at all');
  expect(await command('restore', elsewhere, bad)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/not a backup/),
  });
  expect(fs.existsSync(elsewhere) ? fs.readdirSync(elsewhere) : []).toEqual([]);
});

it('what the system refuses is said as what it is, not as a damaged file', async () => {
  const taken = path.join(folder, 'taken');
  const manifest = await readManifest(file);
  const name = String(manifest.entries[0]?.path);
  fs.mkdirSync(path.join(taken, name), { recursive: true });
  await expect(extract(file, manifest, taken)).rejects.toThrow(/taken.* is a folder, not a file/);
  const archive = await ArchiveWriter.create(taken);
  await expect(archive.finish({})).rejects.toThrow(/taken is a folder, not a file/);
  const nowhere = path.join(folder, 'nowhere', 'saved.zip');
  expect((await command('backup', here, nowhere)).said).toBe(`There is no folder ${path.dirname(nowhere)}.\n`);
});

it('npm start names every wrong setting before it makes anything', async () => {
  const check = `import('./tools/lib/settings.mjs').then((the) => the.checkSettings(process.env)).catch((error) => console.error(error.message))`;
  const saidOf = (env: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['-e', check], { cwd: ROOT, env: { PATH: process.env['PATH'], ...env } });
  const { stderr } = await saidOf({ NODE_ENV: 'prod', METRICS_PORT: 'abc', LOG_LEVEL: 'loud' });
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line) => line.split(/[= ]/)[0])
      .sort(),
  ).toEqual(['LOG_LEVEL', 'METRICS_PORT', 'NODE_ENV', 'Nothing']);
  expect(await saidOf({ NODE_ENV: 'production' })).toEqual({ stdout: '', stderr: '' });
});

it('the application role is not taken for the owner of the schema', async () => {
  await expect(prepareDatabase(source.appUrl, PASSWORDS)).rejects.toThrow(/"wheelhouse_app".* give the schema's owner/);
});

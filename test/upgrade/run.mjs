#!/usr/bin/env node
// `npm run test:upgrade`: the last release works, is migrated under its processes, and works on beside those of this tree.
//   --from=<commit>   another commit than that of the last release
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from '../../tools/lib/build.mjs';
import { prepareDatabase } from '../../tools/lib/database.mjs';
import { install } from '../../tools/lib/install.mjs';
import { startCluster, temporaryFolder } from '../../tools/lib/postgres.mjs';
import { root } from '../../tools/lib/project.mjs';
import { Tally } from '../browser/support/tally.mjs';
import { Client, fullAnswers, Release, setUp, submit, TENANT } from './installation.mjs';
import { buildOlder, commitOf } from './older-release.mjs';
import { RELEASED } from './released.mjs';

const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
const commit = from ?? commitOf(RELEASED);
if (!commit) {
  console.error(
    `Not tried: this checkout has no history that reaches back to ${RELEASED}. Fetch it (git fetch --unshallow) and try again.`,
  );
  process.exit(2);
}

const DAY = 86_400_000;
const day = (ago) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
/** In a week that is closed, whatever today is. */
const VISIT = day(14);

const tally = new Tally();
/** Each step stands on those before it: the first that fails is the last. */
async function step(name, work) {
  if (!(await tally.step(name, work))) throw new Stopped();
}
class Stopped extends Error {}
const folder = temporaryFolder('wheelhouse-upgrade');
const undo = [() => fs.rmSync(folder, { recursive: true, force: true })];

try {
  await install();
  await build();
  console.log(`Building the server of ${commit.slice(0, 10)} …`);
  const tree = path.join(folder, 'older');
  const fetched = await buildOlder(commit, tree);
  if (fetched.length > 0) console.log(`Fetched for it, since this tree has them no more: ${fetched.join(', ')}`);
  const cluster = await startCluster({ dataDir: path.join(folder, 'data'), ephemeral: true });
  undo.push(() => cluster.stop());
  const [appPassword, ownerPassword] = [1, 2].map(() => randomBytes(18).toString('base64url'));
  const urls = await prepareDatabase(cluster.adminUrl, { database: 'wheelhouse', appPassword, ownerPassword });
  await story(new Release(tree, urls), new Release(root, urls));
} catch (error) {
  if (!(error instanceof Stopped)) await tally.step('nothing breaks outside of the steps', () => Promise.reject(error));
} finally {
  for (const step of undo.reverse()) await step();
}
tally.end();
process.exit();

async function story(older, newer) {
  undo.push(() => [older, newer].forEach((each) => each.killAll()));
  const document = JSON.parse(fs.readFileSync(path.join(older.tree, 'demo', 'content', 'AS-4S.json'), 'utf8'));
  const answers = fullAnswers(document);
  const sent = [];
  let [api, worker, world, quality] = [];
  const send = async (client) => sent.push(await submit(client, world, answers, VISIT));

  /** Signing in, the start page, an audit, and what was sent before: a day's work at one process. */
  const works = async (address) => {
    await new Client(address).call('GET', '/health/ready');
    const person = await Client.signIn(address);
    await person.call('GET', '/api/v1/auth/session');
    const home = await person.call('GET', '/api/v1/home');
    assert.ok(home);
    await send(person);
    for (const id of sent) assert.equal((await person.call('GET', `/api/v1/audits/${id}`)).id, id);
    return person;
  };
  const reports = async (client, release) => {
    const { isoWeek } = await weekOf(client);
    await release.report(TENANT, isoWeek);
    const { items } = await client.call('GET', '/api/v1/reports');
    assert.ok(items.length > 0, 'no report');
    const { items: rows } = await client.call('GET', `/api/v1/reports/${items[0].id}/rows`);
    assert.equal(rows.length, 1);
    return rows[0];
  };

  await step('the older release sets up an installation and works', async () => {
    assert.equal((await older.migrate()).at(-1), from ? undefined : RELEASED);
    [api, worker] = await Promise.all([older.start('main.js'), older.start('worker.main.js')]);
    world = await setUp(api.address, document, day(400));
    quality = await works(api.address);
    await reports(quality, older);
  });

  await step('while it works, this tree’s migrations are applied: nobody notices', async () => {
    let migrating = true;
    const applied = newer.migrate().finally(() => (migrating = false));
    while (migrating) {
      await send(quality);
      await quality.call('GET', '/api/v1/home');
      await delay(20);
    }
    assert.ok((await applied).length > 0, 'there was nothing to migrate');
  });

  await step('the older release works on, on the newer schema', async () => {
    await works(api.address);
    await reports(quality, older);
  });

  let [newApi, newWorker] = [];
  await step('this tree’s processes work beside it: sessions and audits are both’s', async () => {
    [newApi, newWorker] = await Promise.all([newer.start('main.js'), newer.start('worker.main.js')]);
    await quality.at(newApi.address).call('GET', '/api/v1/auth/session');
    const person = await works(newApi.address);
    await person.at(api.address).call('GET', '/api/v1/auth/session');
    await works(api.address);
    await reports(person, newer);
  });

  await step('back to the release before: its processes start anew on the newer schema and work', async () => {
    await Promise.all([newApi, newWorker, api, worker].map((each) => each.stop()));
    [api, worker] = await Promise.all([older.start('main.js'), older.start('worker.main.js')]);
    quality = await works(api.address);
    await reports(quality, older);
  });

  await step('nothing was lost, and no process wrote down an error', async () => {
    const { items } = await quality.call('GET', `/api/v1/audits?limit=200`);
    assert.deepEqual(items.map(({ id }) => id).sort(), [...sent].sort());
    assert.deepEqual(
      [api, worker, newApi, newWorker].flatMap((each) => each?.errors() ?? []),
      [],
    );
  });
}

/** The week of the visits, as the tenant counts. */
async function weekOf() {
  const { DateTime } = await import('luxon');
  const { weekYear, weekNumber } = DateTime.fromISO(VISIT, { zone: 'Asia/Shanghai' });
  return { isoWeek: `${weekYear}-W${String(weekNumber).padStart(2, '0')}` };
}

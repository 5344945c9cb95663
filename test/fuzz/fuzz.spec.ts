import { afterAll, beforeAll, expect, it } from 'vitest';
import fc from 'fast-check';
import { type TestApp } from '@wheelhouse/testing';
import { newId } from '@wheelhouse/kernel';
import { anOperator, aWorld, type World } from '../support/a-world.js';
import { Evidence } from '../support/evidence.js';
import { secretsOf } from '../support/leaks.js';
import { startWholeApp } from '../support/whole-app.js';
import { Client } from './client.js';
import { Callers } from './callers.js';
import { operationsOf, schemasOf } from './document.js';
import { type Plan, requests } from './requests.js';
import { Verdict } from './verdict.js';

const COUNT = Number(process.env['FUZZ_REQUESTS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_309);
/** Requests between two looks at the world: callers who were thrown out come back. */
const ROUND = 200;
/** In flight together. */
const LANES = 6;

let app: TestApp;
let evidence: Evidence;
let client: Client;
let own: World;
let stranger: World;

beforeAll(async () => {
  app = await startWholeApp();
  evidence = await Evidence.of(app);
  client = await Client.of(app);
  stranger = await aWorld(app);
  own = await aWorld(app);
});

afterAll(async () => {
  client?.close();
  await evidence?.close();
  await app?.close();
});

it(`${COUNT} requests of every kind: no fault of the server, nothing undocumented, nothing of another tenant`, async () => {
  const operator = await anOperator(app);
  const secrets = await secretsOf(evidence, stranger);
  const before = await evidence.checksums(stranger.t.id);
  const ids = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(await evidence.idsOf(own.t.id))) },
    { weight: 3, arbitrary: fc.constantFrom(...(await evidence.idsOf(stranger.t.id))) },
    { weight: 1, arbitrary: fc.nat().map(() => newId()) },
    { weight: 1, arbitrary: fc.uuid() },
  );
  const callers = new Callers(app, own, operator);
  const plans = requests(
    operationsOf(app),
    { ids, schemas: schemasOf(app) },
    { own, stranger, callers: callers.count },
  );
  const verdict = new Verdict(app, client, secrets, stranger.tag);
  for (let round = 0; round * ROUND < COUNT; round++) {
    await callers.comeBack();
    const batch = fc.sample(plans, { numRuns: Math.min(ROUND, COUNT - round * ROUND), seed: SEED + round });
    await inLanes(batch, async (plan) => verdict.judge(plan, callers.at(plan.caller), SEED + round));
  }
  expect(verdict.faults).toEqual([]);
  expect(app.answers.deviations).toEqual([]);
  expect(await evidence.checksums(stranger.t.id)).toEqual(before);
  // The judgement means something only where enough was let in.
  expect(verdict.accepted / verdict.sent).toBeGreaterThan(0.1);
  expect(verdict.sent).toBeGreaterThanOrEqual(COUNT);
}, 600_000);

/** Works on a list with several hands, each taking what is next. */
async function inLanes(plans: Plan[], work: (plan: Plan) => Promise<void>): Promise<void> {
  const waiting = [...plans];
  const lane = async () => {
    for (let plan = waiting.shift(); plan; plan = waiting.shift()) await work(plan);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

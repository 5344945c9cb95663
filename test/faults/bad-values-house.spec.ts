import { afterAll, beforeAll, expect, it } from 'vitest';
import { HostileClient } from '../support/hostile-client.js';
import { expectNoHarmByValues } from '../support/hostile-values.js';
import { HOUSE_CASES } from '../support/route-cases-house.js';

let client: HostileClient;
beforeAll(async () => (client = await HostileClient.start()));
afterAll(() => client?.close());

it('people, network and standards: no route breaks on a value of the wrong type or size in any place, and each names the field', async () => {
  const routes = client.writes.filter(({ key }) => key in HOUSE_CASES);
  expect(routes.length).toBeGreaterThan(0);
  await expectNoHarmByValues(client, routes);
});

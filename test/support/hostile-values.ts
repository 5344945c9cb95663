import { expect } from 'vitest';
import { call } from './call.js';
import type { HostileClient } from './hostile-client.js';
import { caseOf } from './route-cases.js';
import type { Route } from './routes.js';
import { fieldName, leavesOf, replaced } from './variants.js';

const LISTED = Symbol('listed');
const HOSTILE: [string, unknown, boolean][] = [
  ['a number', 1e308, false],
  ['a text', 'text', false],
  ['a boolean', true, false],
  ['nothing', null, false],
  ['a list', [[]], false],
  ['an object', { a: { b: 1 } }, false],
  ['a list of what it was', LISTED, true],
  ['a huge text', 'x'.repeat(100_000), true],
  ['a control character', 'a\u0000b', true],
  ['an escape', 'a\u001b[2J', true],
  ['a bidirectional override', 'exe.\u202egnp', true],
  ['half a surrogate', 'a\ud83d', true],
  ['SQL', `'; DROP TABLE outlets; --`, false],
  ['an uncommon number', '1e400', false],
  ['a date that is none', '2026-02-30', false],
  ['an id that is none', '00000000-0000-0000-0000-000000000000', false],
];

/** Puts every hostile value into every place of every route's body: each is refused with its field, or does no harm. */
export async function expectNoHarmByValues(client: HostileClient, routes: Route[]): Promise<void> {
  const { app, world } = client;
  const wrong = await client.wrongAnswers(routes, (route) => {
    const body = () => caseOf(route).body?.(world) as object;
    const places = leavesOf(body())
      .filter(({ path }) => path.length <= 3)
      .slice(0, 60);
    return places.flatMap(({ path, value: before }) =>
      HOSTILE.map(([what, value, refuse]) => ({
        what: `${what} in ${fieldName(path)}`,
        send: () =>
          call(
            app,
            client.callerFor(route),
            route.method,
            client.address(route),
            replaced(body(), path, value === LISTED ? [before] : value),
          ),
        // A huge text is too long for a name; in the place of an object it is of the wrong type.
        refuse,
        field: true,
      })),
    );
  });
  expect(wrong).toEqual([]);
}

import { ACCESS_CASES } from './route-cases-access.js';
import { HOUSE_CASES } from './route-cases-house.js';
import { LIST_CASES } from './route-cases-lists.js';
import { WEBHOOK_CASES } from './route-cases-webhooks.js';
import { TENANT_LIFE_CASES } from './route-cases-tenant-life.js';
import { WHEEL_CASES } from './route-cases-wheel.js';
import type { RouteCase } from './route-case.js';
import type { Route } from './routes.js';

/** How each route of the API is called. A route without a case, and a case without a route, fail the isolation tests. */
export const ROUTE_CASES: Record<string, RouteCase> = {
  ...ACCESS_CASES,
  ...HOUSE_CASES,
  ...LIST_CASES,
  ...TENANT_LIFE_CASES,
  ...WHEEL_CASES,
  ...WEBHOOK_CASES,
};

/** The case of a route; throws when somebody added the route and forgot its case. */
export function caseOf(route: Route): RouteCase {
  const found = ROUTE_CASES[route.key];
  if (!found) throw new Error(`${route.key} has no case in test/support: say how it is called`);
  if (route.params.length > 0 && !found.params) throw new Error(`${route.key} has parameters, but its case names none`);
  return found;
}

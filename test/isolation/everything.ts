import type { Caller } from '@wheelhouse/identity-api/testing';
import type { World } from '../support/a-world.js';
import { call } from '../support/call.js';
import { textOf } from '../support/leaks.js';
import { caseOf } from '../support/route-cases.js';
import { addressOf, type Route } from '../support/routes.js';

/** Where the ids of each kind of thing are kept. */
const TABLE_OF: Record<string, string> = {
  assignments: 'assignments',
  audits: 'audits',
  cycles: 'cycles',
  jobs: 'tasks',
  mails: 'mails',
  members: 'members',
  'org-units': 'org_units',
  'outlet-imports': 'outlet_imports',
  outlets: 'outlets',
  'peer-groups': 'peer_groups',
  reports: 'editions',
  'standard-versions': 'standard_versions',
  standards: 'standards',
  'tenant-exports': 'tenant_exports',
  tenants: 'tenants',
  waves: 'waves',
  webhooks: 'webhook_endpoints',
  'webhook-deliveries': 'webhook_deliveries',
};

/** Of these a tenant has no more than the one that the route's case names. */
const ONE_OF_A_KIND = new Set(['/api/v1/settings/logo/{hash}']);

/** Things inside other things: all pairs, those that do not belong together too. */
const PAIRS: Record<string, string> = {
  '/api/v1/reports/{id}/rows/{outletId}': `SELECT e.id, o.id AS "outletId" FROM editions e, outlets o`,
};

export interface Seen {
  address: string;
  status: number;
  /** The whole answer with its headers, without the address. */
  text: string;
}

/** Asks for everything that can be read, with the id of each thing that the tenant has, and answers what came back. */
export async function everythingThat(caller: Pick<Caller, 'token'>, w: World, routes: Route[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const route of routes.filter(({ method, access }) => method === 'GET' && access?.kind !== 'public')) {
    for (const params of await paramsOf(route, w)) {
      const address = addressOf(route.path, params);
      const answer = await call(w.app, caller, 'GET', address);
      seen.push({ address, status: answer.status, text: textOf(answer) });
    }
  }
  return seen;
}

async function paramsOf(route: Route, w: World): Promise<Record<string, string>[]> {
  if (route.params.length === 0) return [{}];
  if (ONE_OF_A_KIND.has(route.path)) return [caseOf(route).params?.(w) ?? {}];
  const pairs = PAIRS[route.path];
  if (pairs) return w.t.sql<Record<string, string>>(pairs);
  const table = TABLE_OF[route.path.split('/')[3] ?? ''];
  if (!table || route.params.join() !== 'id')
    throw new Error(`${route.key}: say in ${import.meta.filename} which ids it takes`);
  const rows = await w.t.sql<{ id: string }>(`SELECT id FROM ${table}`);
  return [...rows, caseOf(route).params?.(w) as { id: string }].map(({ id }) => ({ id }));
}

export const readable = (seen: Seen[]): Seen[] => seen.filter(({ status }) => status < 300);

import { freshCode, type RouteCase } from './route-case.js';
import type { World } from './a-world.js';

const token = () => ({ name: 'A program', permissions: ['org.read'], expiresInDays: 30 });
const account = (w: World) => ({
  name: `Service ${freshCode()} ${w.tag}`,
  grants: [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: w.north }],
});

/** Tokens, service accounts and the ways to sign in. */
export const ACCESS_CASES: Record<string, RouteCase> = {
  'GET /api/v1/auth/token': {},
  'GET /api/v1/auth/tokens': {},
  'POST /api/v1/auth/tokens': { body: token },
  'DELETE /api/v1/auth/tokens/{id}': { params: (w) => ({ id: w.ownTokenId }) },
  'GET /api/v1/access-tokens': {},
  'DELETE /api/v1/access-tokens/{id}': { params: (w) => ({ id: w.serviceTokenId }) },
  'GET /api/v1/service-accounts': {},
  'POST /api/v1/service-accounts': { body: account },
  'PUT /api/v1/service-accounts/{id}': {
    params: (w) => ({ id: w.serviceAccountId }),
    body: (w) => ({ ...account(w), status: 'active' }),
  },
  'POST /api/v1/service-accounts/{id}/tokens': { params: (w) => ({ id: w.serviceAccountId }), body: token },
};

import type { RouteCase } from './route-case.js';

/** Plans, archives, and what the operator does with tenants. */
export const TENANT_LIFE_CASES: Record<string, RouteCase> = {
  'GET /api/v1/plan': {},
  'GET /api/v1/tenants/{id}': { params: (w) => ({ id: w.t.id }) },
  'PUT /api/v1/tenants/{id}/plan': {
    params: (w) => ({ id: w.t.id }),
    body: () => ({ plan: 'enterprise', agreed: { outlets: 5000, storageMb: null, requestsPerMinute: null } }),
  },
  // Another slug than the tenant's: nobody in a test of all routes is to close the world.
  'POST /api/v1/tenants/{id}/close': {
    params: (w) => ({ id: w.t.id }),
    body: () => ({ slug: 'another-slug', graceDays: 30 }),
  },
  'POST /api/v1/tenants/{id}/keep': { params: (w) => ({ id: w.t.id }) },
  'GET /api/v1/tenant-exports': {},
  'POST /api/v1/tenant-exports': {},
  'GET /api/v1/tenant-exports/{id}': { params: (w) => ({ id: w.exportId }) },
  'GET /api/v1/tenant-exports/{id}/file': { params: (w) => ({ id: w.exportId }) },
  'DELETE /api/v1/tenant-exports/{id}': { params: (w) => ({ id: w.exportId }) },
};

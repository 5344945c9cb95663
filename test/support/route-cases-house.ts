import { bodyOf } from '@wheelhouse/standards-api/testing';
import { freshCode, nameOf, type RouteCase } from './route-case.js';

const person = () => ({
  email: `${freshCode().toLowerCase()}@wheelhouse.test`,
  name: 'A Person',
  password: 'a long enough password',
});
const tenant = () => ({
  slug: freshCode().toLowerCase(),
  name: { en: 'Another', zh: '另一家' },
  timeZone: 'Asia/Shanghai',
  weekStart: 1,
  requireSecondFactor: false,
  admin: person(),
});

/** Identity, network and standards. */
export const HOUSE_CASES: Record<string, RouteCase> = {
  'GET /health/live': {},
  'GET /health/ready': {},
  'GET /api/v1/setup': {},
  'POST /api/v1/setup': { body: () => ({ operator: person(), tenant: tenant() }) },
  'POST /api/v1/auth/login': { body: () => ({ email: 'nobody@wheelhouse.test', password: 'not the password' }) },
  'POST /api/v1/auth/logout': {},
  'GET /api/v1/auth/session': {},
  'POST /api/v1/auth/tenant': { body: (w) => ({ tenantId: w.t.id }) },
  'PATCH /api/v1/auth/me': { body: () => ({ name: 'A New Name', locale: 'en' }) },
  'POST /api/v1/auth/password': {
    body: () => ({ currentPassword: 'not the password', newPassword: 'a long enough password' }),
  },
  'GET /api/v1/auth/sessions': {},
  'DELETE /api/v1/auth/sessions/{id}': { params: (w) => ({ id: w.adminSessionId }) },
  'DELETE /api/v1/auth/sessions': {
    params: () => ({}),
    query: () => ({ others: 'true' }),
  },
  'POST /api/v1/auth/password-resets': { body: () => ({ email: `${freshCode().toLowerCase()}@wheelhouse.test` }) },
  'POST /api/v1/auth/password-resets/look': { body: () => ({ token: 'no-such-token' }) },
  'POST /api/v1/auth/password-resets/use': {
    body: () => ({ token: 'no-such-token', newPassword: 'a long enough password' }),
  },
  'GET /api/v1/tenants': {},
  'POST /api/v1/tenants': { body: tenant },
  'PATCH /api/v1/tenants/{id}': { params: (w) => ({ id: w.t.id }), body: () => ({ status: 'active' }) },

  'GET /api/v1/invitations': {},
  'POST /api/v1/invitations': {
    body: (w) => ({
      email: person().email,
      name: `Invited ${w.tag}`,
      locale: 'en',
      grants: [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: w.north }],
    }),
  },
  'POST /api/v1/invitations/many': {
    body: (w) => ({
      invitations: [
        {
          email: person().email,
          name: `Invited ${w.tag}`,
          locale: 'en',
          grants: [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: w.north }],
        },
      ],
    }),
  },
  'POST /api/v1/invitations/{id}/resend': { params: (w) => ({ id: w.invitationId }) },
  'POST /api/v1/invitations/{id}/revoke': { params: (w) => ({ id: w.invitationId }) },
  'POST /api/v1/invitations/look': { body: () => ({ token: 'no-such-token' }) },
  'POST /api/v1/invitations/accept': {
    body: () => ({ token: 'no-such-token', name: 'A Person', password: 'a long enough password', locale: 'en' }),
  },
  'POST /api/v1/invitations/join': { body: () => ({ token: 'no-such-token' }) },
  'GET /api/v1/members': { query: (w) => ({ q: w.tag, status: 'active', scopeId: w.north }) },
  'POST /api/v1/members': {
    body: (w) => ({ ...person(), grants: [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: w.north }] }),
  },
  'GET /api/v1/members/{id}': { params: (w) => ({ id: w.memberId }) },
  'PATCH /api/v1/members/{id}': { params: (w) => ({ id: w.memberId }), body: () => ({ status: 'active' }) },
  'POST /api/v1/members/{id}/grants': {
    params: (w) => ({ id: w.memberId }),
    body: (w) => ({ role: 'franchise_manager', scopeKind: 'outlet', scopeId: w.n3 }),
  },
  'DELETE /api/v1/members/{id}/grants/{grantId}': { params: (w) => ({ id: w.memberId, grantId: w.grantId }) },
  'GET /api/v1/saved-views': { query: () => ({ page: 'network' }) },
  'POST /api/v1/saved-views': {
    body: (w) => ({ page: 'network', name: `${freshCode()} ${w.tag}`, query: `orgUnitId=${w.north}` }),
  },
  'PATCH /api/v1/saved-views/{id}': {
    params: (w) => ({ id: w.viewId }),
    body: (w) => ({ name: `${freshCode()} ${w.tag}`, query: `q=${w.tag}` }),
  },
  'DELETE /api/v1/saved-views/{id}': { params: (w) => ({ id: w.viewId }) },
  'GET /api/v1/mails': {},
  'GET /api/v1/mails/{id}': { params: (w) => ({ id: w.mailId }) },
  'GET /api/v1/trail': {
    query: (w) => ({
      ...{ actor: w.tag, objectType: 'member', from: '2026-01-01', to: '2026-12-31' },
      ...{ personId: w.people.admin.personId, objectId: w.memberId },
    }),
  },
  'GET /api/v1/trail/kinds': {},
  'GET /api/v1/trail/entries.csv': {
    query: (w) => ({ personId: w.people.admin.personId, objectId: w.memberId, objectType: 'member' }),
  },
  'GET /api/v1/jobs/{id}': { params: (w) => ({ id: w.taskId }) },

  'GET /api/v1/settings': {},
  'PATCH /api/v1/settings': {
    body: (w) => ({
      name: nameOf(w),
      accent: '#123456',
      cutoffWeekday: 1,
      cutoffHour: 6,
      scheme: {
        sources: [{ source: 'audit', weight: 100, windowWeeks: 13, minN: 1 }],
        minCoverage: 0.5,
        minSample: 1,
        rankPartial: true,
        minPeers: 2,
      },
    }),
  },
  'PUT /api/v1/settings/logo': {},
  'GET /api/v1/settings/logo/{hash}': { params: (w) => ({ hash: w.logoHash }) },
  'DELETE /api/v1/settings/logo': {},
  'GET /api/v1/org-units': {},
  'POST /api/v1/org-units': { body: (w) => ({ parentId: w.north, kind: 'area', code: freshCode(), name: nameOf(w) }) },
  'GET /api/v1/org-units/{id}': { params: (w) => ({ id: w.area }) },
  'PATCH /api/v1/org-units/{id}': {
    params: (w) => ({ id: w.area }),
    body: (w) => ({ code: freshCode(), name: nameOf(w), kind: 'area' }),
  },
  'POST /api/v1/org-units/{id}/move': {
    params: (w) => ({ id: w.area }),
    body: (w) => ({ orgUnitId: w.north, from: '2026-03-01' }),
  },
  'GET /api/v1/org-units/{id}/placements': { params: (w) => ({ id: w.area }) },
  'DELETE /api/v1/org-units/{id}': { params: (w) => ({ id: w.area }) },
  'GET /api/v1/outlets': {
    query: (w) => ({ orgUnitId: w.north, peerGroupId: w.peerGroup, q: w.tag, status: 'all', sort: 'name' }),
  },
  'GET /api/v1/outlets/export.csv': { query: (w) => ({ orgUnitId: w.north, peerGroupId: w.peerGroup, q: w.tag }) },
  'GET /api/v1/outlets/export.xlsx': { query: (w) => ({ orgUnitId: w.north, peerGroupId: w.peerGroup, q: w.tag }) },
  'GET /api/v1/outlet-imports': {},
  'POST /api/v1/outlet-imports': {},
  'GET /api/v1/outlet-imports/{id}': { params: (w) => ({ id: w.importId }) },
  'GET /api/v1/outlet-imports/{id}/rows': {
    params: (w) => ({ id: w.importId }),
    query: () => ({ outcome: 'wrong' }),
  },
  'GET /api/v1/outlet-imports/{id}/problems.csv': { params: (w) => ({ id: w.importId }) },
  'POST /api/v1/outlet-imports/{id}/apply': {
    params: (w) => ({ id: w.importId }),
    body: () => ({ skipWrong: true }),
  },
  'POST /api/v1/outlet-imports/{id}/cancel': { params: (w) => ({ id: w.importId }) },
  'POST /api/v1/outlets': {
    body: (w) => ({ ...outlet(), code: freshCode(), name: nameOf(w), orgUnitId: w.north, peerGroupId: w.peerGroup }),
  },
  'GET /api/v1/outlets/{id}': { params: (w) => ({ id: w.n1 }) },
  'PATCH /api/v1/outlets/{id}': {
    params: (w) => ({ id: w.n3 }),
    body: (w) => ({ ...outlet(), code: freshCode(), name: nameOf(w), peerGroupId: w.peerGroup, closedOn: null }),
  },
  'POST /api/v1/outlets/{id}/move': {
    params: (w) => ({ id: w.n3 }),
    body: (w) => ({ orgUnitId: w.area, from: '2026-03-01' }),
  },
  'GET /api/v1/outlets/kinds': {},
  'POST /api/v1/outlets/move': {
    body: (w) => ({ outletIds: [w.n3], orgUnitId: w.area, peerGroupId: w.peerGroup, from: '2026-03-01' }),
  },
  'GET /api/v1/outlets/{id}/people': { params: (w) => ({ id: w.n1 }) },
  'GET /api/v1/outlets/{id}/scores': { params: (w) => ({ id: w.n1 }) },
  'GET /api/v1/outlets/{id}/placements': { params: (w) => ({ id: w.n1 }) },
  'GET /api/v1/peer-groups': {},
  'POST /api/v1/peer-groups': { body: (w) => ({ code: freshCode(), name: nameOf(w) }) },
  'GET /api/v1/peer-groups/{id}': { params: (w) => ({ id: w.peerGroup }) },
  'PATCH /api/v1/peer-groups/{id}': {
    params: (w) => ({ id: w.peerGroup }),
    body: (w) => ({ code: freshCode(), name: nameOf(w) }),
  },
  'DELETE /api/v1/peer-groups/{id}': { params: (w) => ({ id: w.peerGroup }) },

  'GET /api/v1/standards': { query: (w) => ({ q: w.tag }) },
  'POST /api/v1/standards': { body: (w) => ({ code: freshCode(), kind: 'store', name: nameOf(w) }) },
  'POST /api/v1/standards/import': {
    body: (w) => ({ document: { ...bodyOf('MS-4S'), code: freshCode(), name: nameOf(w) } }),
  },
  'GET /api/v1/standards/{id}': { params: (w) => ({ id: w.standard.standardId }) },
  'GET /api/v1/standard-versions/{id}': { params: (w) => ({ id: w.standard.id }) },
  'GET /api/v1/standard-versions/{id}/export': { params: (w) => ({ id: w.standard.id }) },
  'GET /api/v1/standard-versions/{id}/changes': {
    params: (w) => ({ id: w.standard.id }),
    query: (w) => ({ against: w.shopStandard.id }),
  },
  'PUT /api/v1/standard-versions/{id}': {
    params: (w) => ({ id: w.draftVersionId }),
    body: (w) => ({ revision: 1, body: { ...w.standard.body, version: '1.1.0' } }),
  },
  'POST /api/v1/standard-versions/{id}/publish': {
    params: (w) => ({ id: w.draftVersionId }),
    body: () => ({ revision: 999 }),
  },
  'POST /api/v1/standard-versions/{id}/copy': {
    params: (w) => ({ id: w.shopStandard.id }),
    body: () => ({ version: '9.0.0' }),
  },
  'POST /api/v1/standard-versions/{id}/retire': { params: (w) => ({ id: w.standard.id }) },
  'DELETE /api/v1/standard-versions/{id}': { params: (w) => ({ id: w.draftVersionId }) },
};

const outlet = () => ({
  kind: '4s',
  cityTier: '1',
  city: { en: 'City', zh: '城市' },
  latitude: 31.2,
  longitude: 121.5,
  timeZone: 'Asia/Shanghai',
  openedOn: '2020-01-01',
  attributes: { area: 300, key: 'a value' },
});

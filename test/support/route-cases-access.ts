import { freshCode, type RouteCase } from './route-case.js';
import type { World } from './a-world.js';

const token = () => ({ name: 'A program', permissions: ['org.read'], expiresInDays: 30 });
const account = (w: World) => ({
  name: `Service ${freshCode()} ${w.tag}`,
  grants: [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: w.north }],
});

const step = () => ({ stepToken: 'no-such-step', code: '123456' });

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
  'POST /api/v1/auth/login/second-factor': { body: step },
  'POST /api/v1/auth/login/enrol': { body: () => ({ stepToken: 'no-such-step' }) },
  'POST /api/v1/auth/login/enrol/confirm': { body: step },
  'POST /api/v1/auth/refresh': { body: () => ({ refreshToken: 'no-such-token' }) },
  'GET /api/v1/auth/second-factor': {},
  'POST /api/v1/auth/second-factor': {},
  'POST /api/v1/auth/second-factor/confirm': { body: () => ({ code: '123456' }) },
  'POST /api/v1/auth/second-factor/recovery-codes': {},
  'POST /api/v1/auth/second-factor/disable': {},
  'GET /api/v1/sign-in-provider': {},
  'PUT /api/v1/sign-in-provider': {
    body: () => ({
      issuer: 'https://127.0.0.1',
      clientId: 'wheelhouse',
      clientSecret: 'secret',
      mailDomains: [`${freshCode().toLowerCase()}.test`],
      only: false,
      ownReturn: true,
    }),
  },
  'DELETE /api/v1/sign-in-provider': {},
  'POST /api/v1/auth/sso/find': { body: () => ({ hint: 'nobody@nowhere.test' }) },
  'POST /api/v1/auth/sso/start': { body: () => ({ slug: 'no-such-organisation', next: '/', again: true }) },
  'GET /api/v1/auth/sso/callback': {},
  'GET /api/v1/auth/sso/callback/{id}': {
    params: (w) => ({ id: w.t.id }),
    refused: [303],
    why: 'open to everybody: without a sign-in under way it leads to the sign-in page, whosever provider it is',
  },
  'GET /api/v1/auth/proof': {},
  'POST /api/v1/auth/proof': { body: () => ({ password: 'not the password', code: '123456' }) },
  'GET /api/v1/members/{id}/sessions': { params: (w) => ({ id: w.memberId }) },
  'DELETE /api/v1/members/{id}/sessions': { params: (w) => ({ id: w.memberId }) },
  'GET /api/v1/operators': {},
  'DELETE /api/v1/operators/{id}/sessions': { params: (w) => ({ id: w.people.admin.personId }) },
  'GET /api/v1/sign-in-rules': {},
  'PUT /api/v1/sign-in-rules': { body: () => ({ requireSecondFactor: false }) },
  'DELETE /api/v1/members/{id}/second-factor': { params: (w) => ({ id: w.memberId }) },
};

import { newId } from '@wheelhouse/kernel';
import type { TestApp } from '@wheelhouse/testing';
import { generateSync } from 'otplib';
import request, { type Test } from 'supertest';
import type { TestTenant } from './a-tenant.js';

/** The password of everybody made here. */
export const A_PASSWORD = 'correct horse battery';

/** Somebody with a password, in some tenants, by the way of the API. */
export async function aPersonWithPassword(
  tenants: TestTenant[],
  role = 'viewer',
): Promise<{ email: string; memberIds: string[] }> {
  const email = `p-${newId()}@example.test`;
  const memberIds: string[] = [];
  for (const [i, tenant] of tenants.entries()) {
    const admin = await tenant.as('hq_admin');
    const body = { email, name: '王小芳', password: A_PASSWORD, grants: [{ role, scopeKind: 'tenant' }] };
    if (i > 0) memberIds.push(await joins(tenant, email, role));
    else memberIds.push((await admin.post('/api/v1/members', body).expect(201)).body.id);
  }
  return { email, memberIds };
}

/** Brings somebody who has an account into a tenant by an invitation; the member's id. */
export async function joins(
  tenant: TestTenant,
  email: string,
  role = 'viewer',
  password = A_PASSWORD,
): Promise<string> {
  const admin = await tenant.as('hq_admin');
  const grants = [{ role, scopeKind: 'tenant' }];
  const { body } = await admin
    .post('/api/v1/invitations', { email, name: 'ignored', locale: 'en', grants })
    .expect(201);
  const token = String(body.link).split('/').at(-1);
  await request(tenant.app.server).post('/api/v1/invitations/accept').send({ token, password }).expect(200);
  const [member] = await tenant.sql<{ id: string }>(
    `SELECT m.id FROM members m JOIN people p ON p.id = m.person_id WHERE m.tenant_id = $1 AND p.email = $2`,
    [tenant.id, email],
  );
  return member?.id ?? '';
}

export const signInWith = (app: TestApp, email: string, password = A_PASSWORD): Test =>
  request(app.server).post('/api/v1/auth/login').send({ email, password });

/** The six digits of an authenticator app, now by the test's clock. */
export const digitsOf = (app: TestApp, secret: string): string =>
  generateSync({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });

/** Calls of somebody with a bearer. */
export function callsWith(app: TestApp, token: string) {
  const signed = (test: Test) => test.set('Authorization', `Bearer ${token}`);
  const http = request(app.server);
  return {
    get: (path: string) => signed(http.get(path)),
    post: (path: string, body: object = {}) => signed(http.post(path)).send(body),
    put: (path: string, body: object = {}) => signed(http.put(path)).send(body),
    patch: (path: string, body: object = {}) => signed(http.patch(path)).send(body),
    delete: (path: string) => signed(http.delete(path)),
  };
}

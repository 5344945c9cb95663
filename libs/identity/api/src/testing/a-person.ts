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
  for (const tenant of tenants) {
    const admin = await tenant.as('hq_admin');
    const body = { email, name: '王小芳', password: A_PASSWORD, grants: [{ role, scopeKind: 'tenant' }] };
    memberIds.push((await admin.post('/api/v1/members', body).expect(201)).body.id);
  }
  return { email, memberIds };
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
    delete: (path: string) => signed(http.delete(path)),
  };
}

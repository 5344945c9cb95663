import { randomBytes } from 'node:crypto';
import { ROLE_SCOPES, type Role, type ScopeKind } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import type { TestApp } from '@wheelhouse/testing';
import request, { type Test } from 'supertest';
import { CreateTenantCommand } from '../create-tenant.command.js';
import { hashToken } from '../one-time-token.js';
import { SessionsRepository } from '../sessions.repository.js';

/** Somebody signed in with a bearer token. */
export interface Caller {
  personId: string;
  memberId: string;
  email: string;
  token: string;
  get(path: string): Test;
  post(path: string, body?: object): Test;
  put(path: string, body?: object): Test;
  patch(path: string, body?: object): Test;
  delete(path: string): Test;
}

export interface TestTenant {
  app: TestApp;
  id: string;
  slug: string;
  /** The root org unit; empty while the org feature is not part of the app. */
  rootId: string;
  /** A new member with this role. Outlet and org-unit roles need their scope; others take the tenant. */
  as(role: Role, scope?: { scopeKind?: ScopeKind; scopeId?: string; name?: string }): Promise<Caller>;
  /** SQL inside the tenant, as the application's role. */
  sql<T = Record<string, unknown>>(text: string, params?: unknown[]): Promise<T[]>;
}

export interface TenantOverrides {
  timeZone?: string;
  weekStart?: number;
}

/** A tenant of its own, made as the operator would make it. */
export async function aTenant(app: TestApp, overrides: TenantOverrides = {}): Promise<TestTenant> {
  const slug = `t-${randomBytes(6).toString('hex')}`;
  const transactions = app.get(TenantTransactions);
  const id = await app.get(CreateTenantCommand).run(
    {
      slug,
      name: { en: `Tenant ${slug}`, zh: `租户 ${slug}` },
      timeZone: overrides.timeZone ?? 'Asia/Shanghai',
      weekStart: overrides.weekStart ?? 1,
      admin: { email: `first@${slug}.test`, name: 'First Admin', password: 'not used by tests' },
    },
    { personId: null, name: null, ip: null },
  );
  const sql = <T>(text: string, params: unknown[] = []): Promise<T[]> =>
    transactions.run({ tenantId: id }, (em) => em.query(text, params));
  const [root] = await sql<{ id: string }>(`SELECT id FROM org_units WHERE parent_id IS NULL`);
  return {
    app,
    id,
    slug,
    rootId: root?.id ?? '',
    sql,
    as: (role, scope = {}) => aCaller(app, { id, slug }, role, scope),
  };
}

async function aCaller(
  app: TestApp,
  tenant: { id: string; slug: string },
  role: Role,
  scope: { scopeKind?: ScopeKind; scopeId?: string; name?: string },
): Promise<Caller> {
  const scopeKind = scope.scopeKind ?? ROLE_SCOPES[role][0] ?? 'tenant';
  const [personId, memberId, token] = [newId(), newId(), randomBytes(32).toString('base64url')];
  const email = `${role}-${memberId}@${tenant.slug}.test`;
  await app.get(TenantTransactions).run({ tenantId: tenant.id }, async (em) => {
    await em.query(`INSERT INTO people (id, email, name, password_hash) VALUES ($1, $2, $3, 'none')`, [
      personId,
      email,
      scope.name ?? `A ${role}`,
    ]);
    await em.query(`INSERT INTO members (tenant_id, id, person_id) VALUES ($1, $2, $3)`, [
      tenant.id,
      memberId,
      personId,
    ]);
    await em.query(
      `INSERT INTO role_grants (tenant_id, id, member_id, role, scope_kind, scope_id) VALUES ($1, $2, $3, $4, $5, $6)`,
      [tenant.id, newId(), memberId, role, scopeKind, scope.scopeId ?? null],
    );
  });
  const expiresAt = new Date(Math.max(Date.now(), app.get(Clock).now().getTime()) + 400 * 86_400_000);
  await app.get(SessionsRepository).insert({
    id: newId(),
    tokenHash: hashToken(token),
    personId,
    tenantId: tenant.id,
    ip: null,
    userAgent: null,
    expiresAt,
    now: app.get(Clock).now(),
  });
  const signed = (test: Test) => test.set('Authorization', `Bearer ${token}`);
  const http = request(app.server);
  return {
    personId,
    memberId,
    email,
    token,
    get: (path) => signed(http.get(path)),
    post: (path, body = {}) => signed(http.post(path)).send(body),
    put: (path, body = {}) => signed(http.put(path)).send(body),
    patch: (path, body = {}) => signed(http.patch(path)).send(body),
    delete: (path) => signed(http.delete(path)),
  };
}

import { Injectable } from '@nestjs/common';
import type { GrantBody, GrantResponse, Role } from '@wheelhouse/contracts';
import { type LocalizedText, newId } from '@wheelhouse/kernel';
import { type EntityManager, IsNull } from 'typeorm';
import { RoleGrantEntity } from './role-grant.entity.js';

/** Role grants with the names of what they reach. */
@Injectable()
export class GrantsRepository {
  /** The members' grants; scope names come from the org unit or outlet. */
  listNamed(
    em: EntityManager,
    tenantId: string,
    memberIds: string[],
  ): Promise<(GrantResponse & { memberId: string })[]> {
    return em.query(
      `SELECT g.id, g.member_id AS "memberId", g.role, g.scope_kind AS "scopeKind", g.scope_id AS "scopeId",
              coalesce(u.name, o.name) AS "scopeName"
       FROM role_grants g
       LEFT JOIN org_units u ON u.tenant_id = g.tenant_id AND u.id = g.scope_id AND g.scope_kind = 'org_unit'
       LEFT JOIN outlets o ON o.tenant_id = g.tenant_id AND o.id = g.scope_id AND g.scope_kind = 'outlet'
       WHERE g.tenant_id = $1 AND g.member_id = ANY($2) ORDER BY g.created_at, g.id`,
      [tenantId, memberIds],
    );
  }

  /** Names of the org units and outlets that grants name, by id; what does not exist is left out. */
  async scopeNames(em: EntityManager, tenantId: string, grants: GrantBody[]): Promise<Map<string, LocalizedText>> {
    const ids = [...new Set(grants.flatMap(({ scopeId }) => (scopeId ? [scopeId] : [])))];
    if (ids.length === 0) return new Map();
    const rows: { id: string; name: LocalizedText }[] = await em.query(
      `SELECT id, name FROM org_units WHERE tenant_id = $1 AND id = ANY($2)
       UNION ALL SELECT id, name FROM outlets WHERE tenant_id = $1 AND id = ANY($2)`,
      [tenantId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Whether the member holds exactly this grant. */
  async has(em: EntityManager, tenantId: string, memberId: string, grant: GrantBody): Promise<boolean> {
    const { role, scopeKind, scopeId } = grant;
    const where = { tenantId, memberId, role, scopeKind, scopeId: scopeId ?? IsNull() };
    return (await em.countBy(RoleGrantEntity, where)) > 0;
  }

  /** Active members with one of the roles for one of these scopes, with their names. */
  holdersAt(
    em: EntityManager,
    tenantId: string,
    scopeIds: string[],
    roles: Role[],
  ): Promise<{ memberId: string; name: string; role: Role; scopeId: string }[]> {
    return em.query(
      `SELECT g.member_id AS "memberId", p.name, g.role, g.scope_id AS "scopeId" FROM role_grants g
       JOIN members m ON m.tenant_id = g.tenant_id AND m.id = g.member_id AND m.status = 'active'
       JOIN people p ON p.id = m.person_id
       WHERE g.tenant_id = $1 AND g.scope_id = ANY($2) AND g.role = ANY($3)`,
      [tenantId, scopeIds, roles],
    );
  }

  /** Whether an org unit or outlet of this tenant has the id. */
  async scopeExists(em: EntityManager, tenantId: string, grant: GrantBody): Promise<boolean> {
    if (grant.scopeKind === 'tenant' || grant.scopeKind === 'own') return true;
    const table = grant.scopeKind === 'org_unit' ? 'org_units' : 'outlets';
    const rows = await em.query(`SELECT 1 FROM ${table} WHERE tenant_id = $1 AND id = $2`, [tenantId, grant.scopeId]);
    return rows.length === 1;
  }

  async insert(em: EntityManager, tenantId: string, memberId: string, grant: GrantBody): Promise<string> {
    const id = newId();
    await em.insert(RoleGrantEntity, {
      tenantId,
      id,
      memberId,
      role: grant.role,
      scopeKind: grant.scopeKind,
      scopeId: grant.scopeId ?? null,
    });
    return id;
  }

  find(em: EntityManager, tenantId: string, memberId: string, id: string): Promise<RoleGrantEntity | null> {
    return em.findOneBy(RoleGrantEntity, { tenantId, memberId, id });
  }

  async remove(em: EntityManager, tenantId: string, id: string): Promise<void> {
    await em.delete(RoleGrantEntity, { tenantId, id });
  }

  /** Active people that hold `hq_admin`, locked, so that two removals cannot leave none. */
  async lockAdmins(em: EntityManager, tenantId: string): Promise<{ memberId: string; grantId: string }[]> {
    return em.query(
      `SELECT g.member_id AS "memberId", g.id AS "grantId" FROM role_grants g
       JOIN members m ON m.tenant_id = g.tenant_id AND m.id = g.member_id AND m.status = 'active' AND m.person_id IS NOT NULL
       WHERE g.tenant_id = $1 AND g.role = 'hq_admin' ORDER BY g.id FOR UPDATE`,
      [tenantId],
    );
  }
}

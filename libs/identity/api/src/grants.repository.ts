import { Injectable } from '@nestjs/common';
import type { GrantBody, GrantResponse } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import type { EntityManager } from 'typeorm';
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

  /** Active members that hold `hq_admin`, locked, so that two removals cannot leave none. */
  async lockAdmins(em: EntityManager, tenantId: string): Promise<{ memberId: string; grantId: string }[]> {
    return em.query(
      `SELECT g.member_id AS "memberId", g.id AS "grantId" FROM role_grants g
       JOIN members m ON m.tenant_id = g.tenant_id AND m.id = g.member_id AND m.status = 'active'
       WHERE g.tenant_id = $1 AND g.role = 'hq_admin' ORDER BY g.id FOR UPDATE`,
      [tenantId],
    );
  }
}

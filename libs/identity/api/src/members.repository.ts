import { Injectable } from '@nestjs/common';
import type { Role } from '@wheelhouse/contracts';
import { type Ctx, TenantTransactions } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';

export interface MemberRow {
  id: string;
  personId: string;
  email: string;
  name: string;
  locale: 'en' | 'zh-CN';
  status: 'active' | 'inactive';
}

const SELECT = `SELECT m.id, m.person_id AS "personId", p.email, p.name, p.locale, m.status
  FROM members m JOIN people p ON p.id = m.person_id`;

/** Members of a tenant with the person behind each; service accounts, who are nobody, have a list of their own. */
@Injectable()
export class MembersRepository {
  constructor(private readonly transactions: TenantTransactions) {}

  /** One page by name; `q` looks in name and e-mail, `scopeId` finds who is granted a place or one below it. */
  page(
    ctx: Ctx,
    filter: {
      q?: string;
      role?: Role;
      status?: MemberRow['status'];
      scopeId?: string;
      after: [string, string] | null;
      limit: number;
    },
  ): Promise<MemberRow[]> {
    return ctx.em.query(
      `WITH RECURSIVE below AS (
         SELECT id FROM org_units WHERE tenant_id = $1 AND id = $8
         UNION ALL SELECT u.id FROM org_units u JOIN below b ON u.parent_id = b.id WHERE u.tenant_id = $1
       ), places AS (
         SELECT id FROM below UNION ALL SELECT o.id FROM outlets o
         WHERE o.tenant_id = $1 AND (o.id = $8 OR o.org_unit_id IN (SELECT id FROM below))
       )
       ${SELECT} WHERE m.tenant_id = $1
         AND ($2::text IS NULL OR p.name ILIKE $2 OR p.email ILIKE $2)
         AND ($7::text IS NULL OR m.status = $7)
         AND (($3::text IS NULL AND $8::uuid IS NULL) OR EXISTS (SELECT 1 FROM role_grants g
           WHERE g.tenant_id = m.tenant_id AND g.member_id = m.id AND ($3::text IS NULL OR g.role = $3)
             AND ($8::uuid IS NULL OR g.scope_id IN (SELECT id FROM places))))
         AND ($4::text IS NULL OR (p.name, m.id) > ($4, $5::uuid))
       ORDER BY p.name, m.id LIMIT $6`,
      [
        ctx.tenantId,
        filter.q ? `%${escapeLike(filter.q)}%` : null,
        filter.role ?? null,
        filter.after?.[0] ?? null,
        filter.after?.[1] ?? null,
        filter.limit,
        filter.status ?? null,
        filter.scopeId ?? null,
      ],
    );
  }

  /** The membership of whoever has the address, active or not. */
  async findByEmail(
    em: EntityManager,
    tenantId: string,
    email: string,
  ): Promise<{ id: string; status: MemberRow['status'] } | null> {
    const [row] = await em.query(
      `SELECT m.id, m.status FROM members m JOIN people p ON p.id = m.person_id WHERE m.tenant_id = $1 AND p.email = $2`,
      [tenantId, email],
    );
    return row ?? null;
  }

  async find(ctx: Ctx, id: string): Promise<MemberRow | null> {
    const [row] = await ctx.em.query(`${SELECT} WHERE m.tenant_id = $1 AND m.id = $2`, [ctx.tenantId, id]);
    return row ?? null;
  }

  /** Names of members, service accounts included. */
  names(ctx: Ctx, ids: string[]): Promise<{ id: string; name: string }[]> {
    return ctx.em.query(
      `SELECT m.id, coalesce(p.name, m.name) AS name FROM members m LEFT JOIN people p ON p.id = m.person_id
       WHERE m.tenant_id = $1 AND m.id = ANY($2)`,
      [ctx.tenantId, ids],
    );
  }

  /** Ids of the members whose name holds `q`, whoever they are. */
  async idsNamed(ctx: Ctx, q: string): Promise<string[]> {
    const rows: { id: string }[] = await ctx.em.query(
      `SELECT m.id FROM members m JOIN people p ON p.id = m.person_id WHERE m.tenant_id = $1 AND p.name ILIKE $2`,
      [ctx.tenantId, `%${escapeLike(q)}%`],
    );
    return rows.map((row) => row.id);
  }

  /** Active members that hold one of the roles. */
  withRoles(ctx: Ctx, roles: Role[]): Promise<MemberRow[]> {
    return ctx.em.query(
      `${SELECT} WHERE m.tenant_id = $1 AND m.status = 'active' AND EXISTS (
         SELECT 1 FROM role_grants g WHERE g.tenant_id = m.tenant_id AND g.member_id = m.id AND g.role = ANY($2))
       ORDER BY p.name, m.id`,
      [ctx.tenantId, roles],
    );
  }

  async insert(em: EntityManager, tenantId: string, member: { id: string; personId: string }): Promise<void> {
    await em.query(`INSERT INTO members (tenant_id, id, person_id) VALUES ($1, $2, $3)`, [
      tenantId,
      member.id,
      member.personId,
    ]);
  }

  async setStatus(ctx: Ctx, id: string, status: MemberRow['status']): Promise<void> {
    await ctx.em.query(`UPDATE members SET status = $3, updated_at = now() WHERE tenant_id = $1 AND id = $2`, [
      ctx.tenantId,
      id,
      status,
    ]);
  }

  /** How many active people a tenant has: the one figure of its inside that the operator sees. */
  async count(tenantId: string): Promise<number> {
    const [row] = await this.transactions.run({ tenantId }, (em) =>
      em.query(
        `SELECT count(*)::int AS n FROM members WHERE tenant_id = $1 AND status = 'active' AND person_id IS NOT NULL`,
        [tenantId],
      ),
    );
    return row.n;
  }
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

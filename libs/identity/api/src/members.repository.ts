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

/** Members of a tenant with the person behind each. */
@Injectable()
export class MembersRepository {
  constructor(private readonly transactions: TenantTransactions) {}

  /** One page by name; `q` looks in name and e-mail. */
  page(
    ctx: Ctx,
    filter: { q?: string; role?: Role; after: [string, string] | null; limit: number },
  ): Promise<MemberRow[]> {
    return ctx.em.query(
      `${SELECT} WHERE m.tenant_id = $1
         AND ($2::text IS NULL OR p.name ILIKE $2 OR p.email ILIKE $2)
         AND ($3::text IS NULL OR EXISTS (SELECT 1 FROM role_grants g WHERE g.tenant_id = m.tenant_id AND g.member_id = m.id AND g.role = $3))
         AND ($4::text IS NULL OR (p.name, m.id) > ($4, $5::uuid))
       ORDER BY p.name, m.id LIMIT $6`,
      [
        ctx.tenantId,
        filter.q ? `%${escapeLike(filter.q)}%` : null,
        filter.role ?? null,
        filter.after?.[0] ?? null,
        filter.after?.[1] ?? null,
        filter.limit,
      ],
    );
  }

  async find(ctx: Ctx, id: string): Promise<MemberRow | null> {
    const [row] = await ctx.em.query(`${SELECT} WHERE m.tenant_id = $1 AND m.id = $2`, [ctx.tenantId, id]);
    return row ?? null;
  }

  findMany(ctx: Ctx, ids: string[]): Promise<MemberRow[]> {
    return ctx.em.query(`${SELECT} WHERE m.tenant_id = $1 AND m.id = ANY($2)`, [ctx.tenantId, ids]);
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

  /** How many active members a tenant has: the one figure of its inside that the operator sees. */
  async count(tenantId: string): Promise<number> {
    const [row] = await this.transactions.run({ tenantId }, (em) =>
      em.query(`SELECT count(*)::int AS n FROM members WHERE tenant_id = $1 AND status = 'active'`, [tenantId]),
    );
    return row.n;
  }
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

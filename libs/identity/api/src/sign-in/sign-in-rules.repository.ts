import { Injectable } from '@nestjs/common';
import type { Ctx } from '@wheelhouse/platform-db';
import { TenantTransactions } from '@wheelhouse/platform-db';

/** What a tenant asks of whoever signs in. */
@Injectable()
export class SignInRulesRepository {
  constructor(private readonly transactions: TenantTransactions) {}

  /** Whether a tenant of the person asks for a second factor; with `tenantId`, whether that one does. */
  async isAskedOf(personId: string, tenantId?: string): Promise<boolean> {
    const [row] = await this.transactions.run({ personId }, (em) =>
      em.query(
        `SELECT EXISTS (SELECT 1 FROM members m JOIN tenants t ON t.id = m.tenant_id
         WHERE m.person_id = $1 AND m.status = 'active' AND t.status = 'active' AND t.require_second_factor
           AND ($2::uuid IS NULL OR t.id = $2)) AS asked`,
        [personId, tenantId ?? null],
      ),
    );
    return row.asked;
  }

  async read(ctx: Ctx): Promise<{ requireSecondFactor: boolean; withoutSecondFactor: number }> {
    const [row] = await ctx.em.query(
      `SELECT t.require_second_factor AS "requireSecondFactor", (SELECT count(*)::int FROM members m
         LEFT JOIN second_factors f ON f.person_id = m.person_id AND f.confirmed_at IS NOT NULL
         WHERE m.tenant_id = $1 AND m.status = 'active' AND m.person_id IS NOT NULL AND f.person_id IS NULL) AS "withoutSecondFactor"
       FROM tenants t WHERE t.id = $1`,
      [ctx.tenantId],
    );
    return row;
  }

  async set(ctx: Ctx, requireSecondFactor: boolean): Promise<void> {
    await ctx.em.query(`UPDATE tenants SET require_second_factor = $2, updated_at = now() WHERE id = $1`, [
      ctx.tenantId,
      requireSecondFactor,
    ]);
  }

  /** Ends the sessions in this tenant that were begun without a second factor. */
  async endWeakSessions(ctx: Ctx): Promise<void> {
    await ctx.em.query(`DELETE FROM sessions WHERE tenant_id = $1 AND NOT second_factor`, [ctx.tenantId]);
  }
}

import { Injectable } from '@nestjs/common';
import type { PlanLimits, PlanName } from '@wheelhouse/contracts';
import type { EntityManager } from 'typeorm';

@Injectable()
export class RateRepository {
  /** Adds to the minute's count. Answers the count of all processes, and the tenant's plan. */
  async add(
    em: EntityManager,
    tenantId: string,
    minute: Date,
    requests: number,
  ): Promise<{ requests: number; plan: PlanName; agreed: Partial<PlanLimits> | null }> {
    const [row] = await em.query(
      `WITH counted AS (
         INSERT INTO tenant_minutes AS m (tenant_id, minute, requests) VALUES ($1, $2, $3)
         ON CONFLICT (tenant_id, minute) DO UPDATE SET requests = m.requests + excluded.requests, updated_at = now()
         RETURNING requests)
       SELECT c.requests, t.plan, t.agreed_limits AS agreed FROM counted c, tenants t WHERE t.id = $1`,
      [tenantId, minute, requests],
    );
    return row;
  }

  /** Minutes that are of no more use. */
  async forget(em: EntityManager, tenantId: string, before: Date): Promise<void> {
    await em.query(`DELETE FROM tenant_minutes WHERE tenant_id = $1 AND minute < $2`, [tenantId, before]);
  }
}

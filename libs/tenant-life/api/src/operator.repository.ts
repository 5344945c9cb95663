import { Injectable } from '@nestjs/common';
import type { PlanLimits, PlanName, TenantResponse } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { DataSource, type EntityManager } from 'typeorm';

export interface TenantRow extends Omit<TenantResponse, 'members'> {
  plan: PlanName;
  agreed: Partial<PlanLimits> | null;
}

/** Tenants as the operator handles them. */
@Injectable()
export class OperatorRepository {
  constructor(private readonly source: DataSource) {}

  /** `NOT_FOUND` when there is no such tenant. `lock`: nobody else changes it until the transaction ends. */
  async get(id: string, lock?: EntityManager): Promise<TenantRow> {
    const [row] = await (lock ?? this.source).query(
      `SELECT id, slug, name, time_zone AS "timeZone", week_start AS "weekStart", accent, status, created_at AS "createdAt",
              delete_at AS "deleteAt", plan, agreed_limits AS agreed
       FROM tenants WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
      [id],
    );
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Everybody who belongs to a tenant, in its own transaction. */
  async countMembers(em: EntityManager, tenantId: string): Promise<number> {
    const [row] = await em.query(`SELECT count(*)::int AS members FROM members WHERE tenant_id = $1`, [tenantId]);
    return row.members;
  }

  async setPlan(em: EntityManager, id: string, plan: PlanName, agreed: Partial<PlanLimits> | null): Promise<void> {
    await em.query(`UPDATE tenants SET plan = $2, agreed_limits = $3, updated_at = now() WHERE id = $1`, [
      id,
      plan,
      agreed && JSON.stringify(agreed),
    ]);
  }

  async close(em: EntityManager, id: string, deleteAt: Date): Promise<void> {
    await em.query(`UPDATE tenants SET status = 'closing', delete_at = $2, updated_at = now() WHERE id = $1`, [
      id,
      deleteAt,
    ]);
  }

  async keep(em: EntityManager, id: string): Promise<void> {
    await em.query(`UPDATE tenants SET status = 'suspended', delete_at = NULL, updated_at = now() WHERE id = $1`, [id]);
  }

  /** Closing tenants whose time has come. */
  due(): Promise<{ id: string; slug: string }[]> {
    return this.source.query(
      `SELECT id, slug FROM tenants WHERE status = 'closing' AND delete_at <= now() ORDER BY delete_at`,
    );
  }

  all(): Promise<{ id: string; timeZone: string }[]> {
    return this.source.query(`SELECT id, time_zone AS "timeZone" FROM tenants ORDER BY id`);
  }

  /** Everything of a tenant, for good. Answers rows by table. Refused by the database while it is not due. */
  async deleteForGood(em: EntityManager, id: string): Promise<Record<string, number>> {
    const [row] = await em.query(`SELECT delete_tenant($1) AS counts`, [id]);
    await em.query(`DELETE FROM pgboss.job WHERE data->>'tenantId' = $1`, [id]);
    return row.counts;
  }
}

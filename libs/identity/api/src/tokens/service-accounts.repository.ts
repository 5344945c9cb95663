import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface ServiceAccountRow {
  id: string;
  name: string;
  status: 'active' | 'inactive';
}

const SELECT = `SELECT id, name, status FROM members WHERE tenant_id = $1 AND person_id IS NULL`;

/** Service accounts: members without a person behind them. */
@Injectable()
export class ServiceAccountsRepository {
  list(em: EntityManager, tenantId: string): Promise<ServiceAccountRow[]> {
    return em.query(`${SELECT} ORDER BY name, id`, [tenantId]);
  }

  /** Two who add at once wait for each other here. */
  async lockAll(em: EntityManager, tenantId: string): Promise<void> {
    await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('service_accounts:' || $1, 0))`, [tenantId]);
  }

  async find(em: EntityManager, tenantId: string, id: string): Promise<ServiceAccountRow | null> {
    const [row] = await em.query(`${SELECT} AND id = $2`, [tenantId, id]);
    return row ?? null;
  }

  async insert(em: EntityManager, tenantId: string, account: { id: string; name: string }): Promise<void> {
    await em.query(`INSERT INTO members (tenant_id, id, name) VALUES ($1, $2, $3)`, [
      tenantId,
      account.id,
      account.name,
    ]);
  }

  async update(em: EntityManager, tenantId: string, { id, name, status }: ServiceAccountRow): Promise<void> {
    await em.query(`UPDATE members SET name = $3, status = $4, updated_at = now() WHERE tenant_id = $1 AND id = $2`, [
      tenantId,
      id,
      name,
      status,
    ]);
  }
}

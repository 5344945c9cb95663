import { Injectable } from '@nestjs/common';
import type { PlanLimits, PlanName, TenantResponse } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { DataSource } from 'typeorm';

export interface TenantFace {
  id: string;
  slug: string;
  name: LocalizedText;
  accent: string;
  timeZone: string;
}

const FIELDS = `id, slug, name, time_zone AS "timeZone", week_start AS "weekStart", accent, status, created_at AS "createdAt",
  delete_at AS "deleteAt"`;

/** Tenants as the operator sees them: that they exist, not what is in them. */
@Injectable()
export class TenantsRepository {
  constructor(private readonly source: DataSource) {}

  /** By slug, behind the one that is named; `q` is part of the slug or of a name in either language. */
  page(
    after: string | number | null,
    limit: number,
    { q, status }: { q?: string; status?: TenantResponse['status'] },
  ): Promise<Omit<TenantResponse, 'members'>[]> {
    return this.source.query(
      `SELECT ${FIELDS} FROM tenants WHERE ($1::text IS NULL OR slug > $1)
         AND ($3::text IS NULL OR slug ILIKE $3 OR name->>'en' ILIKE $3 OR name->>'zh' ILIKE $3)
         AND ($4::text IS NULL OR status = $4)
       ORDER BY slug LIMIT $2`,
      [after, limit, q ? `%${escapeLike(q)}%` : null, status ?? null],
    );
  }

  async find(id: string): Promise<Omit<TenantResponse, 'members'> | null> {
    const [row] = await this.source.query(`SELECT ${FIELDS} FROM tenants WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Of all tenants, also of those that are suspended. */
  async ids(): Promise<string[]> {
    const rows: { id: string }[] = await this.source.query(`SELECT id FROM tenants ORDER BY id`);
    return rows.map(({ id }) => id);
  }

  /** Time zone and first day of the week; null when there is no such tenant. */
  async calendarOf(id: string): Promise<Pick<Ctx, 'timeZone' | 'weekStart'> | null> {
    const [row] = await this.source.query(
      `SELECT time_zone AS "timeZone", week_start AS "weekStart" FROM tenants WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The tenant's plan and the limits that were agreed beside it. */
  async planOf({ em, tenantId }: Pick<Ctx, 'em' | 'tenantId'>): Promise<{
    plan: PlanName;
    agreed: Partial<PlanLimits> | null;
  }> {
    const [row] = await em.query(`SELECT plan, agreed_limits AS agreed FROM tenants WHERE id = $1`, [tenantId]);
    return row;
  }

  /** Bytes that the tenant kept at the last measurement; 0 before the first. */
  async storageBytes({ em, tenantId }: Pick<Ctx, 'em' | 'tenantId'>): Promise<number> {
    const [row] = await em.query(
      `SELECT storage_bytes::float8 AS bytes FROM tenant_measurements WHERE tenant_id = $1 ORDER BY day DESC LIMIT 1`,
      [tenantId],
    );
    return row?.bytes ?? 0;
  }

  /** An active tenant as its mails and its invitations show it. */
  async findActive(id: string): Promise<TenantFace | null> {
    const [row] = await this.source.query(
      `SELECT id, slug, name, accent, time_zone AS "timeZone" FROM tenants WHERE id = $1 AND status = 'active'`,
      [id],
    );
    return row ?? null;
  }

  async setStatus(id: string, status: TenantResponse['status']): Promise<boolean> {
    const [, count] = await this.source.query(
      `UPDATE tenants SET status = $2, updated_at = now() WHERE id = $1 AND status <> 'closing'`,
      [id, status],
    );
    return count === 1;
  }
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

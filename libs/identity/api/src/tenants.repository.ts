import { Injectable } from '@nestjs/common';
import type { TenantResponse } from '@wheelhouse/contracts';
import { DataSource } from 'typeorm';

/** Tenants as the operator sees them: that they exist, not what is in them. */
@Injectable()
export class TenantsRepository {
  constructor(private readonly source: DataSource) {}

  async list(): Promise<Omit<TenantResponse, 'members'>[]> {
    return this.source.query(
      `SELECT id, slug, name, time_zone AS "timeZone", week_start AS "weekStart", accent, status, created_at AS "createdAt"
       FROM tenants ORDER BY slug LIMIT 1000`,
    );
  }

  async setStatus(id: string, status: TenantResponse['status']): Promise<boolean> {
    const [, count] = await this.source.query(`UPDATE tenants SET status = $2, updated_at = now() WHERE id = $1`, [
      id,
      status,
    ]);
    return count === 1;
  }
}

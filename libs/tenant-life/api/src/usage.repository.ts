import { Injectable } from '@nestjs/common';
import type { TenantUsage } from '@wheelhouse/contracts';
import type { EntityManager } from 'typeorm';

@Injectable()
export class UsageRepository {
  /** What the tenant uses; `day` is its today, `since` the beginning of the last 24 hours. */
  async usage(em: EntityManager, tenantId: string, day: string, since: Date): Promise<TenantUsage> {
    const [row] = await em.query(
      `SELECT (SELECT count(*)::int FROM outlets WHERE tenant_id = $1 AND (closed_on IS NULL OR closed_on > $2)) AS outlets,
              m.storage_bytes::float8 AS "storageBytes", m.measured_at AS "measuredAt",
              (SELECT coalesce(max(requests), 0) FROM tenant_minutes WHERE tenant_id = $1 AND minute >= $3)
                AS "peakRequestsPerMinute"
       FROM (SELECT 1) one
       LEFT JOIN LATERAL (SELECT storage_bytes, measured_at FROM tenant_measurements
                          WHERE tenant_id = $1 ORDER BY day DESC LIMIT 1) m ON true`,
      [tenantId, day, since],
    );
    return row;
  }

  async measured(em: EntityManager, tenantId: string, day: string, storageBytes: number, at: Date): Promise<void> {
    await em.query(
      `INSERT INTO tenant_measurements (tenant_id, day, storage_bytes, measured_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, day) DO UPDATE SET storage_bytes = $3, measured_at = $4, updated_at = now()`,
      [tenantId, day, storageBytes, at],
    );
  }
}

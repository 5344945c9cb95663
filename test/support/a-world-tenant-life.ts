import type { TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';

/** What a tenant has of its plan: an archive, a measurement, a counted minute. */
export interface TenantLife {
  exportId: string;
}

export async function aTenantLife(t: TestTenant, tag: string): Promise<TenantLife> {
  const exportId = newId();
  const content = Buffer.from(`an archive of ${tag}`);
  await t.sql(
    `INSERT INTO tenant_exports (tenant_id, id, requested_by, state, progress, bytes, sha256, finished_at, expires_at)
     VALUES ($1, $2, $3, 'done', 1, $4, 'none', now(), now() + interval '7 days')`,
    [t.id, exportId, `Admin ${tag}`, content.length],
  );
  await t.sql(`INSERT INTO tenant_export_parts (tenant_id, export_id, part, content) VALUES ($1, $2, 0, $3)`, [
    t.id,
    exportId,
    content,
  ]);
  await t.sql(
    `INSERT INTO tenant_measurements (tenant_id, day, storage_bytes, measured_at) VALUES ($1, '2026-03-08', 1000, now())`,
    [t.id],
  );
  await t.sql(
    `INSERT INTO tenant_minutes (tenant_id, minute, requests) VALUES ($1, '2026-03-08T10:00:00Z', 7)
     ON CONFLICT DO NOTHING`,
    [t.id],
  );
  return { exportId };
}

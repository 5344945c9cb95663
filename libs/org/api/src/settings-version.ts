import type { Ctx } from '@wheelhouse/platform-db';
import type { VersionSource } from '@wheelhouse/platform-http';

/** What a tenant has decided for itself, with the scheme in force. */
export const settingsVersion: VersionSource = async (ctx: Ctx, _params, lock) => {
  const [row] = await ctx.em.query(
    `SELECT t.xmin::text || ' ' || (SELECT coalesce(max(version), 0) FROM schemes s WHERE s.tenant_id = t.id) AS version
     FROM tenants t WHERE t.id = $1 ${lock ? 'FOR UPDATE OF t' : ''}`,
    [ctx.tenantId],
  );
  return row?.version ?? null;
};

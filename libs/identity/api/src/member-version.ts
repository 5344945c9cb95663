import { type Ctx, rowVersion } from '@wheelhouse/platform-db';
import type { VersionSource } from '@wheelhouse/platform-http';

/** A member with the roles that it holds: another grant is another state. */
export const memberVersion: VersionSource = async (ctx: Ctx, { id = '' }, lock) => {
  const member = await rowVersion(ctx, 'members', id, lock);
  if (member === null) return null;
  const [grants] = await ctx.em.query(
    `SELECT string_agg(id::text, ' ' ORDER BY id) AS ids FROM role_grants WHERE tenant_id = $1 AND member_id = $2`,
    [ctx.tenantId, id],
  );
  return `${member} ${grants.ids ?? ''}`;
};

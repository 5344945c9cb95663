import type { Ctx } from './context.js';

/**
 * A mark of the last write to one row of a tenant table (the number of the transaction that wrote it), null where there
 * is no such row. With `lock` nobody else writes the row until this transaction ends.
 */
export async function rowVersion(ctx: Ctx, table: string, id: string, lock: boolean): Promise<string | null> {
  if (!/^[a-z_]+$/.test(table)) throw new Error('Not a table');
  const [row] = (await ctx.em.query(
    `SELECT xmin::text AS version FROM ${table} WHERE tenant_id = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
    [ctx.tenantId, id],
  )) as { version: string }[];
  return row?.version ?? null;
}

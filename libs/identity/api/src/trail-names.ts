import { Injectable } from '@nestjs/common';
import { isUuid, type LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';

/** The tables whose rows have a name that people know, told by the features that own them. */
@Injectable()
export class TrailNames {
  private readonly sources: string[] = [
    `SELECT m.id, jsonb_build_object('en', p.name, 'zh', p.name) AS name FROM members m JOIN people p ON p.id = m.person_id
     WHERE m.tenant_id = $1 AND m.id = ANY($2)`,
    `SELECT p.id, jsonb_build_object('en', p.name, 'zh', p.name) AS name FROM members m JOIN people p ON p.id = m.person_id
     WHERE m.tenant_id = $1 AND m.person_id = ANY($2)`,
    `SELECT id, jsonb_build_object('en', name, 'zh', name) AS name FROM invitations WHERE tenant_id = $1 AND id = ANY($2)`,
  ];

  /** `table` has `tenant_id`, `id` and `name` in both languages. Features call this when their module starts. */
  know(...tables: string[]): void {
    for (const table of tables)
      this.sources.push(`SELECT id, name FROM ${table} WHERE tenant_id = $1 AND id = ANY($2)`);
  }

  /** Names of today for ids that stand anywhere in `values`, read at once; what is gone or has no name is left out. */
  async of(ctx: Ctx, values: unknown): Promise<Map<string, LocalizedText>> {
    const ids = [...idsIn(values)];
    if (ids.length === 0) return new Map();
    const rows: { id: string; name: LocalizedText }[] = await ctx.em.query(this.sources.join(' UNION ALL '), [
      ctx.tenantId,
      ids,
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** Every UUID among the values of a document. */
export function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (isUuid(value)) found.add(value);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) idsIn(each, found);
  return found;
}

import { Injectable } from '@nestjs/common';
import type { CyclePhase, CycleTurn, ObjectiveDecision } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';

/** So many turns back, and so many on: more than a page can show. */
const FURTHEST = 12;

interface TurnRow {
  id: string;
  name: LocalizedText;
  phase: CyclePhase;
  closedAt: Date | null;
  objectives: { name: LocalizedText; reached: boolean | null; decision: ObjectiveDecision | null }[] | null;
}

/** The turns of one wheel: each cycle knows the one that it follows from. */
@Injectable()
export class TurnsRepository {
  /**
   * The cycles that led to this one, itself, and those that followed from it (where several did, the first of them), the
   * oldest first; only those whose scope may be read. `orgUnitIds` null: every scope.
   */
  async around(ctx: Ctx, id: string, orgUnitIds: string[] | null): Promise<CycleTurn[]> {
    const rows: TurnRow[] = await ctx.em.query(
      `WITH RECURSIVE before AS (
         SELECT id, predecessor_id, 0 AS place FROM cycles WHERE tenant_id = $1 AND id = $2
         UNION ALL SELECT c.id, c.predecessor_id, b.place - 1 FROM before b
         JOIN cycles c ON c.tenant_id = $1 AND c.id = b.predecessor_id WHERE b.place > -$3::int),
       after AS (
         SELECT $2::uuid AS id, 0 AS place
         UNION ALL SELECT next.id, a.place + 1 FROM after a
         CROSS JOIN LATERAL (SELECT c.id FROM cycles c WHERE c.tenant_id = $1 AND c.predecessor_id = a.id
                             ORDER BY c.id LIMIT 1) next
         WHERE a.place < $3::int)
       SELECT c.id, c.name, c.phase,
         (SELECT p.at FROM cycle_passages p WHERE p.tenant_id = $1 AND p.cycle_id = c.id AND p.to_phase = 'closed') AS "closedAt",
         (SELECT jsonb_agg(jsonb_build_object('name', o.name, 'reached', o.measured -> 'reached', 'decision', o.decision)
                           ORDER BY o.created_at, o.id)
          FROM objectives o WHERE o.tenant_id = $1 AND o.cycle_id = c.id) AS objectives
       FROM (SELECT id, place FROM before UNION SELECT id, place FROM after) turn
       JOIN cycles c ON c.tenant_id = $1 AND c.id = turn.id
       WHERE $4::uuid[] IS NULL OR c.org_unit_id = ANY($4)
       ORDER BY turn.place`,
      [ctx.tenantId, id, FURTHEST, orgUnitIds],
    );
    return rows.map(({ closedAt, objectives, ...turn }) => ({
      ...turn,
      closedAt: closedAt?.toISOString() ?? null,
      objectives: (objectives ?? []).map((one) => ({ ...one, reached: one.reached ?? null })),
    }));
  }
}

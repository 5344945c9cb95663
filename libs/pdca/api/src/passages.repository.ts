import { Injectable } from '@nestjs/common';
import type { CyclePhase } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { CyclePassageEntity } from './cycle-passage.entity.js';

export interface PassageRow {
  from: CyclePhase;
  to: CyclePhase;
  at: Date;
  byName: string;
  why: string;
}

/** The passages of each cycle's gates; they are only ever added. */
@Injectable()
export class PassagesRepository {
  /** The passages of a cycle in the order of the wheel: four at most. */
  of(ctx: Ctx, cycleId: string): Promise<PassageRow[]> {
    return ctx.em.query(
      `SELECT from_phase AS "from", to_phase AS "to", at, by_name AS "byName", why FROM cycle_passages
       WHERE tenant_id = $1 AND cycle_id = $2 ORDER BY array_position(ARRAY['do', 'check', 'act', 'closed'], to_phase)`,
      [ctx.tenantId, cycleId],
    );
  }

  /** Records that the actor of `ctx` passed a gate now. */
  async insert(ctx: Ctx, cycleId: string, { from, to, why }: Pick<PassageRow, 'from' | 'to' | 'why'>): Promise<void> {
    await ctx.em.insert(CyclePassageEntity, {
      tenantId: ctx.tenantId,
      id: newId(ctx.now),
      cycleId,
      fromPhase: from,
      toPhase: to,
      at: ctx.now,
      byMemberId: ctx.actor.memberId,
      byName: ctx.actor.name,
      why,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
  }
}

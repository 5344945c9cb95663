import { Injectable } from '@nestjs/common';
import type { AssignmentStatus } from '@wheelhouse/contracts';
import { type LocalDate, newId, type Week } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { AssignmentsRepository } from './assignments.repository.js';
import {
  type DueAtOutlet,
  FiguresRepository,
  type GroupFindings,
  type RepeatedFinding,
  type ShopVisit,
  type WaveCounts,
} from './figures.repository.js';
import { PublishShopsCommand } from './publish-shops.command.js';

/** A wave as far as its assignments need it. */
export interface WaveToAssign {
  id: string;
  standardVersionId: string;
  windowFrom: LocalDate;
  windowTo: LocalDate;
}

/** Audits and assignments, for the features behind them. It asks for no permission: that is the calling feature's rule. */
@Injectable()
export class AuditsFacade {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly figures: FiguresRepository,
    private readonly publishing: PublishShopsCommand,
  ) {}

  /** Assigns the shops of a wave; answers the assignments' ids. */
  async assignShops(
    ctx: Ctx,
    wave: WaveToAssign,
    shops: readonly { outletId: string; shopperMemberId: string }[],
  ): Promise<string[]> {
    const rows = shops.map(({ outletId, shopperMemberId }) => ({
      id: newId(ctx.now),
      kind: 'mystery_shop' as const,
      outletId,
      standardVersionId: wave.standardVersionId,
      assigneeMemberId: shopperMemberId,
      waveId: wave.id,
      windowFrom: wave.windowFrom,
      windowTo: wave.windowTo,
    }));
    await this.assignments.insert(ctx, rows);
    return rows.map((row) => row.id);
  }

  /** Past and planned visits of these shoppers to these outlets; missed and cancelled ones were none. */
  shopVisits(ctx: Ctx, shopperIds: readonly string[], outletIds: readonly string[]): Promise<ShopVisit[]> {
    return this.figures.shopVisits(ctx, shopperIds, outletIds);
  }

  /** How far each wave is; an id without assignments has zeros. */
  waveCounts(ctx: Ctx, waveIds: readonly string[]): Promise<Map<string, WaveCounts>> {
    return this.figures.waveCounts(ctx, waveIds);
  }

  /** Ends the embargo of a wave's approved shops; answers how many were published. */
  publishWave(ctx: Ctx, waveId: string): Promise<number> {
    return this.publishing.run(ctx, { waveId });
  }

  /** Counted findings by item within groups of outlets (regions), each with its five worst outlets; one read for all groups. */
  findingsByItem(
    ctx: Ctx,
    from: LocalDate,
    to: LocalDate,
    outlets: readonly { id: string; groupId: string | null }[],
  ): Promise<GroupFindings[]> {
    return this.figures.findingsByItem(ctx, from, to, outlets);
  }

  /** Items that failed in at least so many counted audits of one source at one outlet, visit dates both inside. */
  repeatedFindings(ctx: Ctx, from: LocalDate, to: LocalDate, atLeast: number): Promise<RepeatedFinding[]> {
    return this.figures.repeatedFindings(ctx, from, to, atLeast);
  }

  /** Assignments by status whose window ended in [from, to], by outlet. Mystery shops are left out: they are secret. */
  assignmentsDue(
    ctx: Ctx,
    from: LocalDate,
    to: LocalDate,
  ): Promise<{ outletId: string; status: AssignmentStatus; count: number }[]> {
    return this.figures.assignmentsDue(ctx, from, to);
  }

  /** Assignments whose window ended in one of the weeks, by week, outlet and kind, cancelled ones and mystery shops (they are secret) left out. */
  dueByKind(ctx: Ctx, weeks: readonly Pick<Week, 'start' | 'end'>[], today: LocalDate): Promise<DueAtOutlet[]> {
    return this.figures.dueByKind(ctx, weeks, today);
  }

  /** Writes down as missed what nobody did in its window; answers how many. */
  expireAssignments(ctx: Ctx): Promise<number> {
    return this.assignments.expire(ctx);
  }
}

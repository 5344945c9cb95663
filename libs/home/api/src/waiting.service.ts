import { Injectable } from '@nestjs/common';
import { AuditsInbox } from '@wheelhouse/audits-api';
import { type HomeResponse, WAITING_LIMIT, type WaitingKind, type WaitingStandard } from '@wheelhouse/contracts';
import { can, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { addDays, localDateIn } from '@wheelhouse/kernel';
import { WavesFacade } from '@wheelhouse/mystery-shops-api';
import { PdcaFacade } from '@wheelhouse/pdca-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';

/** How long what was missed stays in sight. */
const MISSED_DAYS = 14;
const MOST_MISSED = 20;
const DAY = 86_400_000;

type Waiting = Pick<
  HomeResponse,
  'today' | 'assignments' | 'missed' | 'drafts' | 'reviews' | 'cycles' | 'waves' | 'standards' | 'cut'
>;

/** Everything that waits for the actor, over all features: a fixed number of reads, each bounded. */
@Injectable()
export class WaitingService {
  constructor(
    private readonly audits: AuditsInbox,
    private readonly waves: WavesFacade,
    private readonly cycles: PdcaFacade,
    private readonly standards: StandardsFacade,
  ) {}

  async of(ctx: Ctx): Promise<Waiting> {
    const today = localDateIn(ctx.now, ctx.timeZone);
    const toDo = await this.audits.toDo(ctx, WAITING_LIMIT);
    const drafts = await this.audits.drafts(ctx, WAITING_LIMIT);
    const reviews = await this.audits.reviews(ctx, WAITING_LIMIT);
    const cut: [WaitingKind, boolean][] = [
      ['assignment', toDo.more],
      ['draft', drafts.more],
      ['review', reviews.more],
    ];
    return {
      today,
      assignments: toDo.items,
      missed: await this.audits.missed(ctx, addDays(today, -MISSED_DAYS), MOST_MISSED),
      drafts: drafts.items,
      reviews: reviews.items,
      cycles: await this.cycles.waiting(ctx, WAITING_LIMIT),
      waves: await this.waves.waiting(ctx, WAITING_LIMIT),
      standards: await this.idleDrafts(ctx),
      cut: cut.flatMap(([kind, more]) => (more ? [kind] : [])),
    };
  }

  private async idleDrafts(ctx: Ctx): Promise<WaitingStandard[]> {
    if (!can(ctx.actor, 'standard.edit', WHOLE_TENANT)) return [];
    const before = new Date(ctx.now.getTime() - DAY);
    const drafts = await this.standards.idleDrafts(ctx, before, WAITING_LIMIT);
    return drafts.map(({ id, standardId, name, version, updatedAt }) => ({
      standardId,
      versionId: id,
      name,
      version,
      savedAt: updatedAt.toISOString(),
    }));
  }
}

import { Injectable } from '@nestjs/common';
import { AuditsFacade } from '@wheelhouse/audits-api';
import type { WaitingWave } from '@wheelhouse/contracts';
import { can, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { addDays, localDateIn } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { WavesRepository } from './waves.repository.js';

/** A wave presses from so many days before its release. */
const PRESSING_DAYS = 7;

/** Waves, for the features behind them. */
@Injectable()
export class WavesFacade {
  constructor(
    private readonly waves: WavesRepository,
    private readonly audits: AuditsFacade,
  ) {}

  /** Waves that are released within a week, or have shops that were missed; none for an actor who does not run waves. */
  async waiting(ctx: Ctx, limit: number): Promise<WaitingWave[]> {
    if (!can(ctx.actor, 'wave.manage', WHOLE_TENANT)) return [];
    const today = localDateIn(ctx.now, ctx.timeZone);
    const soon = addDays(today, PRESSING_DAYS);
    const rows = await this.waves.pressing(ctx, today, soon, limit);
    const counts = await this.audits.waveCounts(
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id, name, windowTo, releaseOn }) => {
      const wave = counts.get(id);
      const { open = 0, in_progress = 0, missed = 0 } = wave?.counts ?? {};
      const overdue = windowTo < today ? open + in_progress + missed : missed;
      if (releaseOn > soon && overdue === 0) return [];
      return [{ id, name, windowTo, releaseOn, missed: overdue, inReview: wave?.inReview ?? 0 }];
    });
  }
}

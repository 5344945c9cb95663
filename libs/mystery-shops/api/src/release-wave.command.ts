import { Injectable } from '@nestjs/common';
import { AuditsFacade } from '@wheelhouse/audits-api';
import { TrailService } from '@wheelhouse/identity-api';
import { authorize, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, localDateIn } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { WavesRepository } from './waves.repository.js';

/** Ends a wave's embargo: its approved shops are published and count from now on; later approvals publish at once. */
@Injectable()
export class ReleaseWaveCommand {
  constructor(
    private readonly waves: WavesRepository,
    private readonly audits: AuditsFacade,
    private readonly trail: TrailService,
  ) {}

  /** By hand, before its day or on it. `WAVE.RELEASED` when it is out already. */
  async run(ctx: Ctx, id: string): Promise<void> {
    authorize(ctx.actor, 'wave.manage', WHOLE_TENANT);
    if (!(await this.release(ctx, id))) throw new DomainError('WAVE.RELEASED');
  }

  /** On its day, by the job; does nothing when it is out already or its day was put off. */
  async runIfDue(ctx: Ctx, id: string): Promise<void> {
    const wave = await this.waves.find(ctx, id);
    if (wave && wave.releaseOn <= localDateIn(ctx.now, ctx.timeZone)) await this.release(ctx, id);
  }

  private async release(ctx: Ctx, id: string): Promise<boolean> {
    const wave = await this.waves.lock(ctx, id);
    if (!wave) throw new DomainError('NOT_FOUND');
    if (wave.releasedAt !== null) return false;
    await this.waves.markReleased(ctx, id);
    const published = await this.audits.publishWave(ctx, id);
    const early = localDateIn(ctx.now, ctx.timeZone) < wave.releaseOn;
    await this.trail.record(ctx, {
      action: 'wave.release',
      objectType: 'wave',
      objectId: id,
      before: { releaseOn: wave.releaseOn },
      after: { early, published },
    });
    return true;
  }
}

import { Injectable } from '@nestjs/common';
import type { CyclePhase } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { type CycleRow, CyclesRepository } from './cycles.repository.js';
import { PassagesRepository } from './passages.repository.js';

/** Writes a passage down: the phase, who and why, and the audit trail. */
@Injectable()
export class CyclePassageWriter {
  constructor(
    private readonly cycles: CyclesRepository,
    private readonly passages: PassagesRepository,
    private readonly trail: TrailService,
  ) {}

  async pass(ctx: Ctx, { id, phase }: CycleRow, to: CyclePhase, why: string): Promise<void> {
    await this.cycles.update(ctx, id, { phase: to });
    await this.passages.insert(ctx, id, { from: phase, to, why });
    const entry = { action: 'cycle.advance', objectType: 'cycle', objectId: id };
    await this.trail.record(ctx, { ...entry, before: { phase }, after: { phase: to, why } });
  }
}

import { Injectable } from '@nestjs/common';
import { EventsService } from '@wheelhouse/identity-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { ScoringFacade } from '@wheelhouse/scoring-api';
import { SubmissionsRepository } from './submissions.repository.js';

/** Ends the embargo of approved mystery shops: published, their findings and observations counted from now on. */
@Injectable()
export class PublishShopsCommand {
  constructor(
    private readonly submissions: SubmissionsRepository,
    private readonly scoring: ScoringFacade,
    private readonly events: EventsService,
  ) {}

  /** Answers how many were published; those that were before stay as they are. */
  async run(ctx: Ctx, which: { waveId: string } | { id: string }): Promise<number> {
    const published = await this.submissions.publishApproved(ctx, which);
    await this.scoring.releaseAll(ctx, published);
    for (const { auditId, outletId } of published)
      await this.events.publish(ctx, { type: 'audit.published', data: { auditId, outletId } });
    return published.length;
  }
}

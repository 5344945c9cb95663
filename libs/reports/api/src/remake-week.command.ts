import { Injectable } from '@nestjs/common';
import type { Week } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { audiencesOf } from '@wheelhouse/reports-domain';
import { ScoringFacade } from '@wheelhouse/scoring-api';
import { closedWeek } from './closed-week.js';
import { ClosedWeeksRepository } from './closed-weeks.repository.js';
import { EditionMaker } from './edition-maker.js';
import { MakeEditionCommand, type MadeEdition } from './make-edition.command.js';

/** Makes the editions of a closed week by hand: the tenant's and each region's. Sends no mails. */
@Injectable()
export class RemakeWeekCommand {
  constructor(
    private readonly closedWeeks: ClosedWeeksRepository,
    private readonly maker: EditionMaker,
    private readonly makeEdition: MakeEditionCommand,
    private readonly org: OrgFacade,
    private readonly scoring: ScoringFacade,
  ) {}

  /** The named week, when it is closed; throws what `closedWeek` throws. */
  async closedWeek(ctx: Ctx, key: string): Promise<Week> {
    return closedWeek(key, await this.org.settings(ctx), ctx.now, await this.scoring.firstWeek(ctx));
  }

  /** New numbers where figures differ from the newest edition; the existing ones otherwise. `onProgress` gets 0–1. */
  async run(
    ctx: Ctx,
    key: string,
    onProgress: (share: number) => Promise<void> = async () => undefined,
  ): Promise<MadeEdition[]> {
    const week = await this.closedWeek(ctx, key);
    await this.closedWeeks.lock(ctx);
    const period = await this.maker.prepare(ctx, week);
    const audiences = audiencesOf({ id: ctx.tenantId, name: period.tenantName }, period.network);
    const made: MadeEdition[] = [];
    for (const audience of audiences) {
      await onProgress((made.length + 1) / (audiences.length + 1));
      made.push(await this.makeEdition.run(ctx, period, audience));
    }
    return made;
  }
}

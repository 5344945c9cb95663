import { Injectable } from '@nestjs/common';
import type { Week } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { audiencesOf, dueWeeks } from '@wheelhouse/reports-domain';
import { ScoringFacade } from '@wheelhouse/scoring-api';
import { ClosedWeeksRepository } from './closed-weeks.repository.js';
import { EditionMaker } from './edition-maker.js';
import { MakeEditionCommand, type MadeEdition } from './make-edition.command.js';
import { ReportMails } from './report-mails.js';

/** Closes weeks: the tenant's edition and one for each region, the mails to their readers, and the mark that it is done. */
@Injectable()
export class CloseWeekCommand {
  constructor(
    private readonly closedWeeks: ClosedWeeksRepository,
    private readonly maker: EditionMaker,
    private readonly makeEdition: MakeEditionCommand,
    private readonly mails: ReportMails,
    private readonly org: OrgFacade,
    private readonly scoring: ScoringFacade,
  ) {}

  /** Weeks whose closing instant has passed and that are not closed, oldest first. */
  async due(ctx: Ctx): Promise<Week[]> {
    const cutoff = await this.org.settings(ctx);
    const first = await this.scoring.firstWeek(ctx);
    if (first === null) return [];
    const closed = await this.closedWeeks.since(ctx, first);
    return dueWeeks(ctx.now, cutoff, first, closed);
  }

  /**
   * All of a week in the caller's one transaction: a worker that dies anywhere leaves nothing, and the retry makes it
   * whole. False when it was closed already.
   */
  async run(ctx: Ctx, week: Week): Promise<boolean> {
    await this.closedWeeks.lock(ctx);
    if (!(await this.closedWeeks.add(ctx, week))) return false;
    const period = await this.maker.prepare(ctx, week);
    const made: MadeEdition[] = [];
    for (const audience of audiencesOf({ id: ctx.tenantId, name: period.tenantName }, period.network)) {
      made.push(await this.makeEdition.run(ctx, period, audience));
    }
    await this.mails.send(ctx, week, made);
    return true;
  }
}

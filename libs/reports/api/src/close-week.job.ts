import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { OrgFacade } from '@wheelhouse/org-api';
import { oldestWeekDue, weeksDue } from '@wheelhouse/platform-config/telemetry';
import { weekClosesAt } from '@wheelhouse/kernel';
import { JobsService } from '@wheelhouse/platform-jobs';
import { CloseWeekCommand } from './close-week.command.js';

const EVERY_MINUTE = 60_000;

/** What a `close-week` job is about. */
export interface CloseWeekData {
  tenantId: string;
  /** `2026-W46` */
  week: string;
}

/** Finds weeks that are due and closes them. Every worker ticks; keys in queue and database make each week happen once. */
@Injectable()
export class CloseWeekJob implements OnApplicationBootstrap {
  private readonly log = new Logger('CloseWeek');

  constructor(
    private readonly jobs: JobsService,
    private readonly identity: IdentityFacade,
    private readonly org: OrgFacade,
    private readonly closeWeek: CloseWeekCommand,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<CloseWeekData>('close-week', ({ data }) => this.handle(data));
    await this.safeTick();
  }

  /** Looks once a minute, and at once after a start: what fell due during downtime is caught up. */
  @Interval(EVERY_MINUTE)
  async safeTick(): Promise<void> {
    await this.tick().catch((error: unknown) => this.log.error(`tick: ${String(error)}`));
  }

  /** Enqueues every due week of every active tenant. One tenant's trouble does not keep another's week open. */
  async tick(): Promise<void> {
    let due = 0;
    let oldest = 0;
    for (const { id: tenantId, slug, ...cutoff } of await this.org.tenantsToClose()) {
      try {
        await this.identity.runAsSystem(tenantId, 'en', async (ctx) => {
          for (const week of await this.closeWeek.due(ctx)) {
            const { key } = week;
            due += 1;
            oldest = Math.max(oldest, ctx.now.getTime() - weekClosesAt(week, cutoff).getTime());
            const data: CloseWeekData = { tenantId, week: key };
            await this.jobs.enqueue(ctx.em, 'close-week', data, { key: `${tenantId}:${key}` });
          }
        });
      } catch (error) {
        this.log.error(`${slug}: ${String(error)}`);
      }
    }
    weeksDue.set(due);
    oldestWeekDue.set(oldest / 1000);
  }

  /**
   * Closes the week, after every older one that is still due, each in a transaction of its own: a week is compared with
   * the one before, so they must come in their order whichever job is taken first.
   */
  async handle({ tenantId, week }: CloseWeekData): Promise<void> {
    const due = await this.identity.runAsSystem(tenantId, 'en', (ctx) => this.closeWeek.due(ctx));
    const upTo = due.findIndex(({ key }) => key === week);
    for (const one of due.slice(0, upTo + 1)) {
      const closed = await this.identity.runAsSystem(tenantId, 'en', (ctx) => this.closeWeek.run(ctx, one));
      if (closed) this.log.log({ msg: 'week closed', tenant: tenantId, week: one.key });
    }
  }
}

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { IdentityFacade, TasksService } from '@wheelhouse/identity-api';
import { JobsService } from '@wheelhouse/platform-jobs';
import { RemakeWeekCommand } from './remake-week.command.js';
import type { MakeReportData } from './request-report.command.js';

/** Makes the editions that somebody asked for, and tells how far it is. */
@Injectable()
export class MakeReportJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly tasks: TasksService,
    private readonly identity: IdentityFacade,
    private readonly remakeWeek: RemakeWeekCommand,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<MakeReportData>('make-report', ({ data }) => this.handle(data));
  }

  /** Safe to run again: equal figures lead to no second edition. */
  async handle({ tenantId, week, taskId }: MakeReportData): Promise<void> {
    await this.tasks.start(tenantId, taskId);
    try {
      await this.identity.runAsSystem(tenantId, 'en', (ctx) =>
        this.remakeWeek.run(ctx, week, (share) => this.tasks.progress(tenantId, taskId, share)),
      );
    } catch (error) {
      await this.tasks.fail(tenantId, taskId, error instanceof Error ? error.message : String(error));
      throw error;
    }
    await this.tasks.finish(tenantId, taskId);
  }
}

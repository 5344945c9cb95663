import { Injectable } from '@nestjs/common';
import type { JobResponse } from '@wheelhouse/contracts';
import { TasksService, TrailService } from '@wheelhouse/identity-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { RemakeWeekCommand } from './remake-week.command.js';
import { ReportPolicy } from './report.policy.js';

/** What a `make-report` job is about. */
export interface MakeReportData {
  tenantId: string;
  week: string;
  taskId: string;
}

/** Somebody asks for the editions of a week: the work is a job that can be watched. */
@Injectable()
export class RequestReportCommand {
  constructor(
    private readonly policy: ReportPolicy,
    private readonly remakeWeek: RemakeWeekCommand,
    private readonly tasks: TasksService,
    private readonly jobs: JobsService,
    private readonly trail: TrailService,
  ) {}

  async run(ctx: Ctx, period: string): Promise<JobResponse> {
    this.policy.authorizeMaking(ctx);
    const week = await this.remakeWeek.closedWeek(ctx, period);
    const taskId = await this.tasks.create(ctx, 'make-report');
    const data: MakeReportData = { tenantId: ctx.tenantId, week: week.key, taskId };
    await this.jobs.enqueue(ctx.em, 'make-report', data, { key: taskId });
    await this.trail.record(ctx, {
      action: 'report.make',
      objectType: 'report',
      objectId: null,
      after: { period: week.key },
    });
    return this.tasks.get(ctx, taskId);
  }
}

import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Actor } from '@wheelhouse/contracts';
import { IdentityFacade, TasksService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { type Job, JobsService, QUEUES } from '@wheelhouse/platform-jobs';
import { ApplyImportCommand } from './apply-import.command.js';
import { CheckImportCommand, ImportStopped } from './check-import.command.js';
import type { ImportFailure } from './outlet-import.entity.js';
import { OutletImportsRepository } from './outlet-imports.repository.js';

/** What an `import-outlets` job is about: the dry run of an import, or writing it. */
export interface ImportJobData {
  tenantId: string;
  importId: string;
  taskId: string;
  step: 'check' | 'apply';
  /** On whose behalf: with that member's grants of the moment at which it runs. */
  memberId: string;
}

/** The two steps of an import as a worker takes them: each in one transaction, so a killed worker leaves nothing of it. */
@Injectable()
export class ImportSteps {
  private readonly log = new Logger('OutletImport');

  constructor(
    private readonly tasks: TasksService,
    private readonly identity: IdentityFacade,
    private readonly imports: OutletImportsRepository,
    private readonly check: CheckImportCommand,
    private readonly apply: ApplyImportCommand,
  ) {}

  /** Refusals end the import with their reason; anything else is tried again, and ends it when `isLastTry`. */
  async handle({ tenantId, importId, taskId, step, memberId }: ImportJobData, isLastTry = false): Promise<void> {
    await this.tasks.start(tenantId, taskId);
    const tell = (share: number) => this.tasks.progress(tenantId, taskId, share);
    try {
      await this.as(tenantId, memberId, (ctx) =>
        step === 'check' ? this.check.run(ctx, importId, tell) : this.apply.run(ctx, importId, tell),
      );
      await this.tasks.finish(tenantId, taskId);
    } catch (error) {
      if (error instanceof ImportStopped) return this.settle(tenantId, importId, taskId);
      const failure = failureOf(error, isLastTry ? taskId : null);
      if (failure) {
        await this.identity.runAsSystem(tenantId, 'en', (ctx) =>
          this.imports.setFailed(ctx, importId, RUNNING[step], failure),
        );
        await this.tasks.fail(tenantId, taskId, failure.code);
      }
      if (failure?.code !== 'SERVER.ERROR' && failure) return;
      this.log.error({ msg: 'import', step, import: importId, error: String(error) });
      throw error;
    }
  }

  /** The step was cancelled, or another worker had done it when this one came to it. */
  private async settle(tenantId: string, importId: string, taskId: string): Promise<void> {
    const status = await this.identity.runAsSystem(tenantId, 'en', (ctx) => this.imports.status(ctx, importId));
    if (status === 'cancelled') await this.tasks.fail(tenantId, taskId, 'cancelled');
    else await this.tasks.finish(tenantId, taskId);
  }

  private as(tenantId: string, memberId: string, work: (ctx: Ctx) => Promise<void>): Promise<void> {
    return this.identity.runAsSystem(tenantId, 'en', async (ctx) => {
      const member = await this.identity.member(ctx, memberId);
      if (member.status !== 'active') throw new DomainError('AUTH.FORBIDDEN');
      const { personId, name, grants } = member;
      const actor: Actor = { kind: 'person', personId, memberId, name, grants, isOperator: false };
      await work({ ...ctx, actor });
    });
  }
}

const RUNNING = { check: 'checking', apply: 'applying' } as const;

/** Why an import cannot go on; null: it may go well the next time. */
function failureOf(error: unknown, reportUnder: string | null): ImportFailure | null {
  if (error instanceof DomainError) return { code: error.code, params: error.params, fields: error.fields };
  return reportUnder === null ? null : { code: 'SERVER.ERROR', params: { id: reportUnder }, fields: [] };
}

/** Takes the jobs in a worker process. */
@Injectable()
export class ImportJob implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: JobsService,
    private readonly steps: ImportSteps,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<ImportJobData>('import-outlets', ({ data, attempt }: Job<ImportJobData>) =>
      this.steps.handle(data, attempt > QUEUES['import-outlets'].retryLimit),
    );
  }
}

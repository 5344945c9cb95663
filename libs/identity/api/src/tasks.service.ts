import { Injectable } from '@nestjs/common';
import type { JobResponse } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { type Ctx, TenantTransactions } from '@wheelhouse/platform-db';
import { TasksRepository } from './tasks.repository.js';

/** Long work that a person watches. Progress is written in short transactions of its own, so that it is seen at once. */
@Injectable()
export class TasksService {
  constructor(
    private readonly transactions: TenantTransactions,
    private readonly tasks: TasksRepository,
  ) {}

  create(ctx: Ctx, kind: string): Promise<string> {
    return this.tasks.insert(ctx, kind);
  }

  start(tenantId: string, id: string): Promise<void> {
    return this.transactions.run({ tenantId }, (em) => this.tasks.started(em, tenantId, id));
  }

  progress(tenantId: string, id: string, share: number): Promise<void> {
    const within = Math.min(1, Math.max(0, share));
    return this.transactions.run({ tenantId }, (em) => this.tasks.progressed(em, tenantId, id, within));
  }

  finish(tenantId: string, id: string): Promise<void> {
    return this.transactions.run({ tenantId }, (em) => this.tasks.finished(em, tenantId, id));
  }

  fail(tenantId: string, id: string, error: string): Promise<void> {
    return this.transactions.run({ tenantId }, (em) => this.tasks.failed(em, tenantId, id, error.slice(0, 500)));
  }

  async get(ctx: Ctx, id: string): Promise<JobResponse> {
    const task = await this.tasks.find(ctx, id);
    if (!task) throw new DomainError('NOT_FOUND');
    return task;
  }
}

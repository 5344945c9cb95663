import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantRecord } from './tenant.entity.js';

type OnCreated = (em: EntityManager, tenant: TenantRecord, at: Date) => Promise<void>;

/** What other features add to a new tenant (its root org unit, its scheme), inside the transaction that creates it. */
@Injectable()
export class TenantHooks {
  private readonly hooks: OnCreated[] = [];

  /** Registers a step; features call this when their module starts. */
  onCreated(hook: OnCreated): void {
    this.hooks.push(hook);
  }

  async run(em: EntityManager, tenant: TenantRecord, at: Date): Promise<void> {
    for (const hook of this.hooks) await hook(em, tenant, at);
  }
}

import { Injectable } from '@nestjs/common';
import {
  type CloseTenantBody,
  GRACE_DAYS,
  type TenantDetailResponse,
  type UpdatePlanBody,
} from '@wheelhouse/contracts';
import { IdentityFacade, OperatorEntriesRepository, OutboxService, TrailService } from '@wheelhouse/identity-api';
import { DomainError, localDateIn } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { originOf, type RequestWithContext } from '@wheelhouse/platform-http';
import { closingLetter, keptLetter } from './closing-letters.js';
import { OperatorRepository, type TenantRow } from './operator.repository.js';
import { PlanService } from './plan.service.js';
import { TenantExportsRepository } from './tenant-exports.repository.js';

/** What the operator does with a tenant: its plan, and its end. */
@Injectable()
export class TenantClosingService {
  constructor(
    private readonly tenants: OperatorRepository,
    private readonly plans: PlanService,
    private readonly exports: TenantExportsRepository,
    private readonly log: OperatorEntriesRepository,
    private readonly identity: IdentityFacade,
    private readonly outbox: OutboxService,
    private readonly trail: TrailService,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  async detail(id: string): Promise<TenantDetailResponse> {
    const tenant = await this.tenants.get(id);
    const { members, lastExportAt } = await this.transactions.run({ tenantId: id }, async (em) => {
      const done = (await this.exports.list({ em, tenantId: id })).find(({ state }) => state === 'done');
      return { members: await this.tenants.countMembers(em, id), lastExportAt: done?.finishedAt ?? null };
    });
    const entries = await this.log.of(id);
    return { ...tenant, members, ...(await this.plans.ofRow(tenant)), lastExportAt, entries };
  }

  async setPlan(
    id: string,
    { plan, agreed }: UpdatePlanBody,
    request: RequestWithContext,
  ): Promise<TenantDetailResponse> {
    await this.change(id, request, async (em, tenant) => {
      const limits = agreed && Object.keys(agreed).length > 0 ? agreed : null;
      await this.tenants.setPlan(em, id, plan, limits);
      const before = { plan: tenant.plan, agreed: tenant.agreed };
      return { action: 'tenant.plan', before, detail: { plan, agreed: limits } };
    });
    return this.detail(id);
  }

  /** From now on nobody gets in, and after the grace period everything is deleted. Its administrators are told by mail. */
  async close(
    id: string,
    { slug, graceDays = GRACE_DAYS.usual }: CloseTenantBody,
    request: RequestWithContext,
  ): Promise<TenantDetailResponse> {
    await this.change(id, request, async (em, tenant) => {
      if (slug !== tenant.slug) {
        throw new DomainError('REQUEST.INVALID', {}, [
          { field: 'slug', code: 'TENANT.SLUG_DIFFERS', params: { slug: tenant.slug } },
        ]);
      }
      if (tenant.status === 'closing') throw closing(tenant);
      const deleteAt = new Date(this.clock.now().getTime() + graceDays * 86_400_000);
      await this.tenants.close(em, id, deleteAt);
      return { action: 'tenant.close', detail: { deleteAt: deleteAt.toISOString() }, deleteAt };
    });
    return this.detail(id);
  }

  /** Stops the closing: the tenant stays, suspended as it was. */
  async keep(id: string, request: RequestWithContext): Promise<TenantDetailResponse> {
    await this.change(id, request, async (em, tenant) => {
      if (tenant.status !== 'closing') throw new DomainError('TENANT.NOT_CLOSING');
      await this.tenants.keep(em, id);
      return { action: 'tenant.keep', detail: {}, deleteAt: null };
    });
    return this.detail(id);
  }

  /** Deletes the tenants whose time has come; run again, it finds none of them. */
  async deleteDue(): Promise<void> {
    for (const { id, slug } of await this.tenants.due()) {
      await this.transactions.run({}, async (em) => {
        const rows = await this.tenants.deleteForGood(em, id);
        await this.log.record(em, {
          ...{ at: this.clock.now(), by: null, action: 'tenant.delete', tenantId: id, slug, detail: { rows } },
        });
      });
    }
  }

  private async change(
    id: string,
    request: RequestWithContext,
    work: (
      em: Parameters<OperatorRepository['close']>[0],
      tenant: TenantRow,
    ) => Promise<{
      action: 'tenant.plan' | 'tenant.close' | 'tenant.keep';
      detail: object;
      before?: object;
      deleteAt?: Date | null;
    }>,
  ): Promise<void> {
    await this.identity.runAsSystem(id, 'en', async (ctx) => {
      const tenant = await this.tenants.get(id, ctx.em);
      const { action, detail, before, deleteAt } = await work(ctx.em, tenant);
      const at = ctx.now;
      const { personId = null, name: by = null } = request.caller?.actor ?? {};
      await this.log.record(ctx.em, { at, by, action, tenantId: id, slug: tenant.slug, detail });
      await this.trail.write(
        ctx.em,
        { tenantId: id, at, personId, name: by, ip: request.ip, origin: originOf(request) },
        { action, objectType: 'tenant', objectId: id, before, after: detail },
      );
      if (deleteAt === undefined) return;
      for (const admin of await this.identity.membersWith(ctx, 'tenant.export')) {
        const letter = deleteAt ? closingLetter(tenant, admin, deleteAt) : keptLetter(tenant, admin);
        const dedupeKey = `${action}:${at.toISOString()}:${admin.id}`;
        await this.outbox.put(ctx, { to: admin.email, ...letter, dedupeKey });
      }
    });
  }
}

const closing = ({ deleteAt, timeZone }: TenantRow) =>
  new DomainError('TENANT.CLOSING', { date: localDateIn(new Date(deleteAt ?? 0), timeZone) });

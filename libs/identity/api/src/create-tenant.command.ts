import { Injectable } from '@nestjs/common';
import type { CreateTenantBody } from '@wheelhouse/contracts';
import { normalizeEmail } from '@wheelhouse/identity-domain';
import { type Locale, newId } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';
import { GrantsRepository } from './grants.repository.js';
import { MemberEntity } from './member.entity.js';
import { Passwords } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import { TenantHooks } from './tenant-hooks.js';
import { TenantRecord } from './tenant.entity.js';
import { TrailService } from './trail.service.js';

/** Makes a tenant with its first administrator and what every feature adds to a new tenant, or nothing at all. */
@Injectable()
export class CreateTenantCommand {
  constructor(
    private readonly transactions: TenantTransactions,
    private readonly people: PeopleRepository,
    private readonly passwords: Passwords,
    private readonly grants: GrantsRepository,
    private readonly hooks: TenantHooks,
    private readonly trail: TrailService,
    private readonly clock: Clock,
  ) {}

  /**
   * `before` runs first in the same transaction (the first-run page makes the operator there). A new administrator begins
   * in the language `by.locale`. Answers the tenant's id.
   */
  async run(
    body: CreateTenantBody,
    by: { personId: string | null; name: string | null; ip: string | null; locale?: Locale },
    before?: (em: EntityManager, id: string) => Promise<void>,
  ): Promise<string> {
    const id = newId();
    const { locale, ...actor } = by;
    const { requireSecondFactor = false } = body;
    const now = this.clock.now();
    const passwordHash = await this.passwords.hash(body.admin.password);
    await this.transactions.run({ tenantId: id }, async (em) => {
      await before?.(em, id);
      const tenant = em.create(TenantRecord, {
        id,
        slug: body.slug,
        name: body.name,
        timeZone: body.timeZone,
        weekStart: body.weekStart,
        cutoffWeekday: body.weekStart,
        cutoffHour: 6,
        accent: '#0f766e',
        requireSecondFactor,
        ssoOnly: false,
        status: 'active',
      });
      await em.insert(TenantRecord, tenant);
      const email = normalizeEmail(body.admin.email);
      const known = await this.people.findByEmail(email, em);
      const personId = known?.id ?? newId();
      if (!known)
        await this.people.insert(em, {
          ...{ id: personId, email, name: body.admin.name, passwordHash, isOperator: false },
          ...(locale ? { locale } : {}),
        });
      const memberId = newId();
      await em.insert(MemberEntity, { tenantId: id, id: memberId, personId, status: 'active' });
      await this.grants.insert(em, id, memberId, { role: 'hq_admin', scopeKind: 'tenant' });
      await this.hooks.run(em, tenant, now);
      await this.trail.write(
        em,
        { tenantId: id, at: now, ...actor },
        {
          action: 'tenant.create',
          objectType: 'tenant',
          objectId: id,
          after: { slug: body.slug, requireSecondFactor },
        },
      );
    });
    return id;
  }
}

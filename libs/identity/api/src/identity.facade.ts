import { Injectable } from '@nestjs/common';
import { type Actor, type Grant, type Permission, type Role, ROLE_PERMISSIONS, ROLES } from '@wheelhouse/contracts';
import { DomainError, type Locale } from '@wheelhouse/kernel';
import { Clock, type Ctx, TenantTransactions } from '@wheelhouse/platform-db';
import { GrantsRepository } from './grants.repository.js';
import { MembersRepository } from './members.repository.js';
import { TenantsRepository } from './tenants.repository.js';

/** A member as other features see one. */
export interface MemberView {
  id: string;
  personId: string;
  name: string;
  email: string;
  locale: Locale;
  status: 'active' | 'inactive';
  grants: Grant[];
}

/** What the house does on its own behalf inside a tenant (jobs): everything that headquarters may. */
const SYSTEM: Actor = {
  kind: 'system',
  personId: null,
  memberId: null,
  name: 'Wheelhouse',
  grants: [{ role: 'hq_admin', scopeKind: 'tenant', scopeId: null }],
  isOperator: false,
};

/** Identity, for the features behind it. */
@Injectable()
export class IdentityFacade {
  constructor(
    private readonly members: MembersRepository,
    private readonly grants: GrantsRepository,
    private readonly transactions: TenantTransactions,
    private readonly tenants: TenantsRepository,
    private readonly clock: Clock,
  ) {}

  /** One member with grants; `NOT_FOUND` otherwise. */
  async member(ctx: Ctx, memberId: string): Promise<MemberView> {
    const row = await this.members.find(ctx, memberId);
    if (!row) throw new DomainError('NOT_FOUND');
    const [view] = await this.withGrants(ctx, [row]);
    return view as MemberView;
  }

  /** Names by member id. */
  async memberNames(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.members.names(ctx, [...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Members, active or not, whose name holds `q`. */
  memberIdsNamed(ctx: Ctx, q: string): Promise<string[]> {
    return this.members.idsNamed(ctx, q);
  }

  /** Active members that hold `permission` in some scope. */
  async membersWith(ctx: Ctx, permission: Permission): Promise<MemberView[]> {
    const roles = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
    return this.withGrants(ctx, await this.members.withRoles(ctx, roles));
  }

  /** Active members that hold one of the roles exactly for one of these units or outlets; a row for each grant. */
  holdersAt(
    ctx: Ctx,
    scopeIds: string[],
    roles: Role[],
  ): Promise<{ memberId: string; name: string; role: Role; scopeId: string }[]> {
    return this.grants.holdersAt(ctx.em, ctx.tenantId, scopeIds, roles);
  }

  /** Runs a job's work inside a tenant, in one transaction, as the house itself. */
  async runAsSystem<T>(tenantId: string, locale: Locale, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    const tenant = await this.tenants.calendarOf(tenantId);
    if (!tenant) throw new DomainError('NOT_FOUND');
    return this.transactions.run({ tenantId }, (em) =>
      work({
        actor: SYSTEM,
        tenantId,
        timeZone: tenant.timeZone,
        weekStart: tenant.weekStart,
        em,
        now: this.clock.now(),
        locale,
        ip: null,
      }),
    );
  }

  private async withGrants(ctx: Ctx, rows: Omit<MemberView, 'grants'>[]): Promise<MemberView[]> {
    const grants = await this.grants.listNamed(
      ctx.em,
      ctx.tenantId,
      rows.map((row) => row.id),
    );
    return rows.map((row) => ({
      ...row,
      grants: grants
        .filter((g) => g.memberId === row.id)
        .map(({ role, scopeKind, scopeId }) => ({ role, scopeKind, scopeId })),
    }));
  }
}

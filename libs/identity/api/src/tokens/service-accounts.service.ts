import { Injectable } from '@nestjs/common';
import {
  type AccessTokenWithSecret,
  type CreateServiceAccountBody,
  type CreateTokenBody,
  type GrantBody,
  SERVICE_ACCOUNTS_MAX,
  type ServiceAccountResponse,
  type UpdateServiceAccountBody,
} from '@wheelhouse/contracts';
import { DomainError, newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { GrantCheck } from '../grant-check.js';
import { GrantsRepository } from '../grants.repository.js';
import { TrailService } from '../trail.service.js';
import { AccessTokensService } from './access-tokens.service.js';
import { type ServiceAccountRow, ServiceAccountsRepository } from './service-accounts.repository.js';

/** Principals for programs: members without a person, with grants of their own and tokens to act by. */
@Injectable()
export class ServiceAccountsService {
  constructor(
    private readonly accounts: ServiceAccountsRepository,
    private readonly grants: GrantsRepository,
    private readonly grantCheck: GrantCheck,
    private readonly tokens: AccessTokensService,
    private readonly trail: TrailService,
  ) {}

  /** All of them, with their grants and tokens. */
  async list(ctx: Ctx): Promise<ServiceAccountResponse[]> {
    return this.present(ctx, await this.accounts.list(ctx.em, ctx.tenantId));
  }

  async create(ctx: Ctx, { name, grants }: CreateServiceAccountBody): Promise<ServiceAccountResponse> {
    const { em, tenantId } = ctx;
    await this.accounts.lockAll(em, tenantId);
    if ((await this.accounts.list(em, tenantId)).length >= SERVICE_ACCOUNTS_MAX)
      throw new DomainError('SERVICE_ACCOUNT.TOO_MANY', { max: SERVICE_ACCOUNTS_MAX });
    await this.check(ctx, grants);
    const id = newId();
    await this.accounts.insert(em, tenantId, { id, name });
    for (const grant of grants) await this.grants.insert(em, tenantId, id, grant);
    await this.record(ctx, 'create', id, undefined, { name, grants });
    return this.get(ctx, id);
  }

  /** Sets name, status and grants; what its tokens may changes with them at once. */
  async update(ctx: Ctx, id: string, body: UpdateServiceAccountBody): Promise<ServiceAccountResponse> {
    const { em, tenantId } = ctx;
    const before = await this.get(ctx, id);
    await this.check(ctx, body.grants);
    await this.accounts.update(em, tenantId, { id, name: body.name, status: body.status });
    for (const grant of before.grants) await this.grants.remove(em, tenantId, grant.id);
    for (const grant of body.grants) await this.grants.insert(em, tenantId, id, grant);
    const grants = before.grants.map(({ role, scopeKind, scopeId }) => ({ role, scopeKind, scopeId }));
    await this.record(ctx, 'update', id, { name: before.name, status: before.status, grants }, body);
    return this.get(ctx, id);
  }

  async createToken(ctx: Ctx, id: string, body: CreateTokenBody): Promise<AccessTokenWithSecret> {
    const { grants } = await this.get(ctx, id);
    return this.tokens.create(ctx, { memberId: id, kind: 'service', grants }, body);
  }

  private async check(ctx: Ctx, grants: GrantBody[]): Promise<void> {
    // Who shops in disguise is a person; a program has no eyes.
    const i = grants.findIndex(({ role }) => role === 'mystery_shopper');
    if (i >= 0)
      throw new DomainError('MEMBER.SCOPE', {}, [
        { field: `grants[${i}].role`, code: 'FIELD.FORMAT', params: { expected: 'role' } },
      ]);
    await this.grantCheck.checkAll(ctx, grants);
  }

  private async get(ctx: Ctx, id: string): Promise<ServiceAccountResponse> {
    const row = await this.accounts.find(ctx.em, ctx.tenantId, id);
    const [account] = row ? await this.present(ctx, [row]) : [];
    if (!account) throw new DomainError('NOT_FOUND');
    return account;
  }

  private record(ctx: Ctx, verb: string, objectId: string, before: unknown, after: unknown): Promise<void> {
    return this.trail.record(ctx, {
      action: `service_account.${verb}`,
      objectType: 'service_account',
      ...{ objectId, before, after },
    });
  }

  private async present(ctx: Ctx, rows: ServiceAccountRow[]): Promise<ServiceAccountResponse[]> {
    const ids = rows.map(({ id }) => id);
    const grants = await this.grants.listNamed(ctx.em, ctx.tenantId, ids);
    const tokens = await this.tokens.ofMembers(ctx, ids);
    return rows.map((row) => ({
      ...row,
      grants: grants.filter(({ memberId }) => memberId === row.id).map(({ memberId: _, ...grant }) => grant),
      tokens: tokens.filter(({ owner }) => owner.memberId === row.id),
    }));
  }
}

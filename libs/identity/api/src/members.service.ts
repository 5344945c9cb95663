import { Injectable } from '@nestjs/common';
import type { CreateMemberBody, GrantBody, MemberResponse, Page, UpdateMemberBody } from '@wheelhouse/contracts';
import { can, normalizeEmail, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, newId } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import type { ListMembersQuery } from './dto/members.dto.js';
import { GrantCheck } from './grant-check.js';
import { GrantsRepository } from './grants.repository.js';
import { MembersRepository, type MemberRow } from './members.repository.js';
import { NewPasswords } from './new-passwords.js';
import { Passwords } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import { TrailService } from './trail.service.js';

/** Who is in the tenant and what each may. */
@Injectable()
export class MembersService {
  constructor(
    private readonly members: MembersRepository,
    private readonly grants: GrantsRepository,
    private readonly grantCheck: GrantCheck,
    private readonly people: PeopleRepository,
    private readonly passwords: Passwords,
    private readonly newPasswords: NewPasswords,
    private readonly trail: TrailService,
  ) {}

  async list(ctx: Ctx, query: ListMembersQuery): Promise<Page<MemberResponse>> {
    const limit = query.limit ?? 50;
    const after = query.cursor ? (decodeCursor(query.cursor, 2) as [string, string]) : null;
    const { q, role, status, scopeId } = query;
    const rows = await this.members.page(ctx, { q, role, status, scopeId, after, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [row.name, row.id]);
    return { items: await this.present(ctx, page.items), nextCursor: page.nextCursor };
  }

  async get(ctx: Ctx, id: string): Promise<MemberResponse> {
    const row = await this.members.find(ctx, id);
    if (!row) throw new DomainError('NOT_FOUND');
    const [member] = await this.present(ctx, [row]);
    return member as MemberResponse;
  }

  /**
   * Makes somebody's account and takes them in. Who has an account comes in by invitation: its password may be known to
   * whoever made it elsewhere. @throws MEMBER.HAS_ACCOUNT
   */
  async create(ctx: Ctx, body: CreateMemberBody): Promise<MemberResponse> {
    const email = normalizeEmail(body.email);
    await this.grantCheck.checkAll(ctx, body.grants);
    if (await this.people.findByEmail(email, ctx.em)) throw new DomainError('MEMBER.HAS_ACCOUNT', { email });
    await this.newPasswords.check(body.password, 'password', [email, body.name]);
    const passwordHash = await this.passwords.hash(body.password);
    const [id, personId] = [newId(), newId()];
    await this.people.insert(ctx.em, { id: personId, email, name: body.name, passwordHash, isOperator: false });
    await this.members.insert(ctx.em, ctx.tenantId, { id, personId });
    for (const grant of body.grants) await this.grants.insert(ctx.em, ctx.tenantId, id, grant);
    await this.trail.record(ctx, {
      action: 'member.create',
      objectType: 'member',
      objectId: id,
      after: { email, grants: body.grants },
    });
    return this.get(ctx, id);
  }

  async update(ctx: Ctx, id: string, body: UpdateMemberBody): Promise<MemberResponse> {
    const before = await this.get(ctx, id);
    if (body.status === 'inactive') await this.keepAnAdmin(ctx, (admin) => admin.memberId !== id);
    await this.members.setStatus(ctx, id, body.status);
    await this.trail.record(ctx, {
      action: 'member.update',
      objectType: 'member',
      objectId: id,
      before: { status: before.status },
      after: body,
    });
    return this.get(ctx, id);
  }

  async addGrant(ctx: Ctx, memberId: string, grant: GrantBody): Promise<MemberResponse> {
    await this.get(ctx, memberId);
    await this.grantCheck.check(ctx, grant);
    if (await this.grants.has(ctx.em, ctx.tenantId, memberId, grant)) throw new DomainError('MEMBER.HAS_GRANT');
    await this.grants.insert(ctx.em, ctx.tenantId, memberId, grant);
    await this.trail.record(ctx, { action: 'grant.add', objectType: 'member', objectId: memberId, after: grant });
    return this.get(ctx, memberId);
  }

  async removeGrant(ctx: Ctx, memberId: string, grantId: string): Promise<MemberResponse> {
    const grant = await this.grants.find(ctx.em, ctx.tenantId, memberId, grantId);
    if (!grant) throw new DomainError('NOT_FOUND');
    if (grant.role === 'hq_admin') await this.keepAnAdmin(ctx, (admin) => admin.grantId !== grantId);
    await this.grants.remove(ctx.em, ctx.tenantId, grantId);
    const { role, scopeKind, scopeId } = grant;
    await this.trail.record(ctx, {
      action: 'grant.remove',
      objectType: 'member',
      objectId: memberId,
      before: { role, scopeKind, scopeId },
    });
    return this.get(ctx, memberId);
  }

  private async keepAnAdmin(ctx: Ctx, stays: (admin: { memberId: string; grantId: string }) => boolean): Promise<void> {
    const admins = await this.grants.lockAdmins(ctx.em, ctx.tenantId);
    if (!admins.some(stays)) throw new DomainError('MEMBER.LAST_ADMIN');
  }

  private async present(ctx: Ctx, rows: MemberRow[]): Promise<MemberResponse[]> {
    const grants = await this.grants.listNamed(
      ctx.em,
      ctx.tenantId,
      rows.map((row) => row.id),
    );
    const manage = can(ctx.actor, 'member.manage', WHOLE_TENANT);
    return rows.map((row) => ({
      id: row.id,
      person: { email: row.email, name: row.name },
      status: row.status,
      grants: grants.filter((grant) => grant.memberId === row.id).map(({ memberId: _, ...grant }) => grant),
      can: { manage },
    }));
  }
}

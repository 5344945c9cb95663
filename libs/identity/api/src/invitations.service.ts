import { Injectable } from '@nestjs/common';
import {
  type CreateInvitationBody,
  INVITATION_DAYS,
  type InvitationGrant,
  type InvitationResponse,
  type InvitationSkipReason,
  type InvitationWithLink,
  type InviteManyResponse,
  type Page,
} from '@wheelhouse/contracts';
import { normalizeEmail } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import type { SearchQuery } from '@wheelhouse/platform-http';
import { invitationLetter } from './account-letters.js';
import { GrantCheck } from './grant-check.js';
import { GrantsRepository } from './grants.repository.js';
import { type InvitationRow, InvitationsRepository, mailKeyOf } from './invitations.repository.js';
import { MembersRepository } from './members.repository.js';
import { hashToken, newTenantToken } from './one-time-token.js';
import { OutboxService } from './outbox.service.js';
import { TenantsRepository } from './tenants.repository.js';
import { TrailService } from './trail.service.js';

/** What an administrator does with invitations. The link is told once, to whoever makes it; kept is only its hash. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly grants: GrantsRepository,
    private readonly grantCheck: GrantCheck,
    private readonly tenants: TenantsRepository,
    private readonly outbox: OutboxService,
    private readonly trail: TrailService,
    private readonly config: AppConfig,
  ) {}

  /** Open ones, newest first; `q` is part of an address or of a name. */
  async list(ctx: Ctx, { cursor, limit = 50, q }: SearchQuery): Promise<Page<InvitationResponse>> {
    const [before = null] = cursor ? decodeCursor(cursor, 1) : [null];
    const page = pageOf(await this.invitations.openPage(ctx, before, limit + 1, q), limit, (row) => [row.id]);
    const named = await this.named(ctx, page.items);
    return { items: page.items.map((row, i) => present(row, named[i] ?? [], ctx.now)), nextCursor: page.nextCursor };
  }

  /** @throws INVITATION.MEMBER, INVITATION.INACTIVE_MEMBER, INVITATION.PENDING, and what is wrong with the grants */
  async create(ctx: Ctx, body: CreateInvitationBody): Promise<InvitationWithLink> {
    const { made, skipped } = await this.invite(ctx, body);
    const email = normalizeEmail(body.email);
    if (skipped === 'member') throw new DomainError('INVITATION.MEMBER', { email });
    if (skipped === 'inactive_member') throw new DomainError('INVITATION.INACTIVE_MEMBER', { email });
    if (!made) throw new DomainError('INVITATION.PENDING', { email });
    return made;
  }

  /** All or, when one of them is not right in itself, none. @throws what is wrong with a name or the grants */
  async createMany(ctx: Ctx, bodies: CreateInvitationBody[]): Promise<InviteManyResponse> {
    const answer: InviteManyResponse = { invited: [], skipped: [] };
    for (const [i, body] of bodies.entries()) {
      const { made, skipped } = await this.invite(ctx, body, `invitations[${i}].`);
      if (made) answer.invited.push(made);
      else answer.skipped.push({ email: normalizeEmail(body.email), reason: skipped });
    }
    return answer;
  }

  /** `path`: where the invitation stands in the request, before the names of its fields. */
  private async invite(
    ctx: Ctx,
    body: CreateInvitationBody,
    path = '',
  ): Promise<{ made: InvitationWithLink; skipped?: never } | { made?: never; skipped: InvitationSkipReason }> {
    const email = normalizeEmail(body.email);
    const name = body.name.trim();
    if (!name) throw new DomainError('REQUEST.INVALID', {}, [{ field: `${path}name`, code: 'FIELD.REQUIRED' }]);
    await this.grantCheck.checkAll(ctx, body.grants, `${path}grants`);
    const member = await this.members.findByEmail(ctx.em, ctx.tenantId, email);
    if (member) return { skipped: member.status === 'active' ? 'member' : 'inactive_member' };
    const token = newTenantToken(ctx.tenantId);
    const grants = body.grants.map(({ role, scopeKind, scopeId }) => ({
      role,
      scopeKind,
      ...(scopeId ? { scopeId } : {}),
    }));
    const id = await this.invitations.insert(ctx, {
      email,
      name,
      locale: body.locale,
      grants,
      tokenHash: hashToken(token),
      expiresAt: expiryFrom(ctx.now),
    });
    if (!id) return { skipped: 'pending' };
    await this.trail.record(ctx, {
      action: 'invitation.create',
      objectType: 'invitation',
      objectId: id,
      after: { email, grants },
    });
    return { made: await this.send(ctx, id, token) };
  }

  /** A new link and a new mail; the link before no longer works. @throws INVITATION.CLOSED */
  async resend(ctx: Ctx, id: string): Promise<InvitationWithLink> {
    const { email, grants } = await this.open(ctx, id);
    for (const grant of grants) this.grantCheck.refuseMore(ctx, grant);
    const token = newTenantToken(ctx.tenantId);
    await this.invitations.renew(ctx, id, hashToken(token), expiryFrom(ctx.now));
    await this.trail.record(ctx, {
      action: 'invitation.resend',
      objectType: 'invitation',
      objectId: id,
      after: { email },
    });
    return this.send(ctx, id, token);
  }

  /** Withdraws it: the link no longer works. @throws INVITATION.CLOSED */
  async revoke(ctx: Ctx, id: string): Promise<void> {
    const { email, grants } = await this.open(ctx, id);
    await this.invitations.revoke(ctx, id);
    await this.trail.record(ctx, {
      action: 'invitation.revoke',
      objectType: 'invitation',
      objectId: id,
      before: { email, grants },
    });
  }

  private async open(ctx: Ctx, id: string): Promise<InvitationRow> {
    const row = await this.invitations.find(ctx, id, true);
    if (!row) throw new DomainError('NOT_FOUND');
    if (row.acceptedAt || row.revokedAt) throw new DomainError('INVITATION.CLOSED');
    return row;
  }

  private async send(ctx: Ctx, id: string, token: string): Promise<InvitationWithLink> {
    const [row, tenant] = [await this.invitations.find(ctx, id), await this.tenants.findActive(ctx.tenantId)];
    if (!row || !tenant) throw new DomainError('NOT_FOUND');
    const [grants = []] = await this.named(ctx, [row]);
    const link = `${this.config.publicUrl}/invitation/${token}`;
    const letter = invitationLetter(
      { to: row, tenant, by: ctx.actor.name, grants, url: link, until: row.expiresAt },
      row.locale,
    );
    const secret = { text: token, readable: true };
    await this.outbox.put(ctx, { to: row.email, ...letter, secret, dedupeKey: mailKeyOf(row) });
    const sent = (await this.invitations.find(ctx, id)) ?? row;
    return { ...present(sent, grants, ctx.now), link };
  }

  private async named(ctx: Ctx, rows: InvitationRow[]): Promise<InvitationGrant[][]> {
    const names = await this.grants.scopeNames(
      ctx.em,
      ctx.tenantId,
      rows.flatMap((row) => row.grants),
    );
    return rows.map((row) => row.grants.map((grant) => nameGrant(grant, names)));
  }
}

/** A grant with the name of the place that it names. */
export const nameGrant = (
  { role, scopeKind, scopeId = undefined }: InvitationRow['grants'][number],
  names: Map<string, NonNullable<InvitationGrant['scopeName']>>,
): InvitationGrant => ({
  role,
  scopeKind,
  scopeId: scopeId ?? null,
  scopeName: (scopeId && names.get(scopeId)) || null,
});

const expiryFrom = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * 86_400_000);

function present(row: InvitationRow, grants: InvitationGrant[], now: Date): InvitationResponse {
  const { id, email, name, locale, invitedBy, mailId } = row;
  return {
    ...{ id, email, name, locale, grants, invitedBy, mailId },
    status: row.expiresAt > now ? 'pending' : 'expired',
    mail: row.mail ?? 'waiting',
    sentAt: row.sentAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

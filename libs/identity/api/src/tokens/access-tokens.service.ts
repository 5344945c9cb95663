import { Injectable } from '@nestjs/common';
import {
  type AccessTokenResponse,
  type AccessTokenWithSecret,
  type CreateTokenBody,
  type CurrentTokenResponse,
  type Grant,
  type Page,
  TOKEN_DAYS_DEFAULT,
  TOKEN_REQUESTS_PER_MINUTE,
  TOKENS_MAX,
} from '@wheelhouse/contracts';
import { permissionsOf } from '@wheelhouse/identity-domain';
import { DomainError, newId } from '@wheelhouse/kernel';
import { Clock, type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import type { PageQuery, RequestWithContext } from '@wheelhouse/platform-http';
import { GrantsRepository } from '../grants.repository.js';
import { hashToken } from '../one-time-token.js';
import { TrailService } from '../trail.service.js';
import { AccessTokensRepository, type LiveTokenRow, type TokenRow } from './access-tokens.repository.js';
import { newAccessToken, tenantOfAccessToken, type TokenKind } from './token-format.js';

/** Whom a token is made for. */
export interface TokenOwner {
  memberId: string;
  kind: TokenKind;
  grants: Grant[];
}

/** Tokens by which programs act as a member, within what the member may. */
@Injectable()
export class AccessTokensService {
  constructor(
    private readonly tokens: AccessTokensRepository,
    private readonly grants: GrantsRepository,
    private readonly trail: TrailService,
    private readonly clock: Clock,
  ) {}

  /** Whom a request with this token acts as; null when it is none. @throws REQUEST.THROTTLED beyond its requests per minute */
  async resolve(token: string, ip: string | null): Promise<LiveTokenRow | null> {
    const tenantId = tenantOfAccessToken(token);
    if (!tenantId) return null;
    const now = this.clock.now();
    const live = await this.tokens.use(tenantId, hashToken(token), ip, now);
    if (live && live.requests > TOKEN_REQUESTS_PER_MINUTE) {
      const seconds = Math.max(1, Math.ceil((live.windowBeganAt.getTime() + 60_000 - now.getTime()) / 1000));
      throw new DomainError('REQUEST.THROTTLED', { seconds });
    }
    return live;
  }

  /** My own tokens in this tenant. */
  async listOwn(ctx: Ctx): Promise<AccessTokenResponse[]> {
    const rows = await this.tokens.list(ctx.em, ctx.tenantId, { memberIds: [memberOf(ctx)] });
    return rows.map(present);
  }

  createOwn(ctx: Ctx, body: CreateTokenBody): Promise<AccessTokenWithSecret> {
    return this.create(ctx, { memberId: memberOf(ctx), kind: 'personal', grants: ctx.actor.grants }, body);
  }

  /** Makes a token; the answer is the only time that it is told. @throws TOKEN.MORE_THAN_HELD, TOKEN.TOO_MANY */
  async create(ctx: Ctx, owner: TokenOwner, body: CreateTokenBody): Promise<AccessTokenWithSecret> {
    const held = permissionsOf(owner.grants);
    const i = body.permissions.findIndex((permission) => !held.includes(permission));
    if (i >= 0) {
      throw new DomainError('TOKEN.MORE_THAN_HELD', { permission: body.permissions[i] ?? '' }, [
        { field: `permissions[${i}]`, code: 'FIELD.ENUM', params: { allowed: held.join(', ') } },
      ]);
    }
    const { em, tenantId, now } = ctx;
    if ((await this.tokens.countLocked(em, tenantId, owner.memberId)) >= TOKENS_MAX)
      throw new DomainError('TOKEN.TOO_MANY', { max: TOKENS_MAX });
    const token = newAccessToken(owner.kind, tenantId);
    const id = newId(now);
    const permissions = [...new Set(body.permissions)].sort();
    const expiresAt = new Date(now.getTime() + (body.expiresInDays ?? TOKEN_DAYS_DEFAULT) * 86_400_000);
    const { memberId } = owner;
    const made = { name: body.name, permissions, expiresAt, memberId };
    await this.tokens.insert(em, {
      ...{ ...made, tenantId, id, createdAt: now },
      ...{ tokenHash: hashToken(token), hint: token.slice(-4) },
    });
    await this.trail.record(ctx, { action: 'token.create', objectType: 'token', objectId: id, after: made });
    const row = await this.tokens.find(em, tenantId, id);
    return { ...present(row as TokenRow), token };
  }

  /** Ends one of my tokens at once; another's does not exist (404). */
  async revokeOwn(ctx: Ctx, id: string): Promise<void> {
    await this.end(ctx, await this.tokens.find(ctx.em, ctx.tenantId, id, memberOf(ctx)));
  }

  /** Every token of the tenant, newest first. */
  async page(ctx: Ctx, query: PageQuery): Promise<Page<AccessTokenResponse>> {
    const limit = query.limit ?? 50;
    const [before] = query.cursor ? (decodeCursor(query.cursor, 1) as [string]) : [null];
    const rows = await this.tokens.list(ctx.em, ctx.tenantId, { before, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.id]);
    return { items: items.map(present), nextCursor };
  }

  /** Ends any token of the tenant at once. */
  async revoke(ctx: Ctx, id: string): Promise<void> {
    await this.end(ctx, await this.tokens.find(ctx.em, ctx.tenantId, id));
  }

  /** The tokens of some members. */
  async ofMembers(ctx: Ctx, memberIds: string[]): Promise<AccessTokenResponse[]> {
    return (await this.tokens.list(ctx.em, ctx.tenantId, { memberIds })).map(present);
  }

  /** The token that asks; a session is none (404). */
  async current(ctx: Ctx, { caller }: RequestWithContext): Promise<CurrentTokenResponse> {
    const row = caller?.tokenId ? await this.tokens.find(ctx.em, ctx.tenantId, caller.tokenId) : null;
    if (!row) throw new DomainError('NOT_FOUND');
    const grants = await this.grants.listNamed(ctx.em, ctx.tenantId, [row.memberId]);
    return { ...present(row), tenantId: ctx.tenantId, grants: grants.map(({ memberId: _, ...grant }) => grant) };
  }

  private async end(ctx: Ctx, row: TokenRow | null): Promise<void> {
    if (!row) throw new DomainError('NOT_FOUND');
    await this.tokens.revoke(ctx.em, ctx.tenantId, row.id, ctx.now);
    const { name, memberId, permissions } = row;
    await this.trail.record(ctx, {
      action: 'token.revoke',
      objectType: 'token',
      objectId: row.id,
      before: { name, memberId, permissions },
    });
  }
}

function memberOf({ actor }: Ctx): string {
  if (!actor.memberId) throw new DomainError('AUTH.NO_TENANT');
  return actor.memberId;
}

function present(row: TokenRow): AccessTokenResponse {
  return {
    id: row.id,
    name: row.name,
    kind: row.personId ? 'personal' : 'service',
    owner: { memberId: row.memberId, name: row.ownerName },
    hint: row.hint,
    permissions: row.permissions,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedIp: row.lastUsedIp,
  };
}

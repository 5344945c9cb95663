import { Injectable } from '@nestjs/common';
import type { Grant, Permission } from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { type EntityManager, IsNull } from 'typeorm';
import { AccessTokenEntity } from './access-token.entity.js';

/** A live token with whom it acts as. */
export interface LiveTokenRow {
  tokenId: string;
  tokenName: string;
  permissions: Permission[];
  tenantId: string;
  timeZone: string;
  weekStart: number;
  memberId: string;
  /** Null for a service account. */
  personId: string | null;
  name: string;
  locale: Locale | null;
  grants: Grant[];
  /** Requests of this token in the running minute, this one included, and when that minute began. */
  requests: number;
  windowBeganAt: Date;
}

export interface TokenRow {
  id: string;
  name: string;
  memberId: string;
  personId: string | null;
  ownerName: string;
  hint: string;
  permissions: Permission[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  lastUsedIp: string | null;
}

const SELECT = `SELECT k.id, k.name, k.member_id AS "memberId", m.person_id AS "personId", coalesce(p.name, m.name) AS "ownerName",
    k.hint, k.permissions, k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt",
    k.last_used_ip AS "lastUsedIp"
  FROM access_tokens k JOIN members m ON m.tenant_id = k.tenant_id AND m.id = k.member_id LEFT JOIN people p ON p.id = m.person_id`;

/** Tokens of programs. A token names its tenant, so that it is looked up inside it. */
@Injectable()
export class AccessTokensRepository {
  constructor(private readonly transactions: TenantTransactions) {}

  /**
   * Finds a live token, counts the request in its minute (60 s from the first) and notes the use, all in one statement. Its
   * member and its tenant must be active. Losing the last counts in a crash harms nobody, so nothing waits for the disk.
   */
  async use(tenantId: string, tokenHash: Buffer, ip: string | null, now: Date): Promise<LiveTokenRow | null> {
    return this.transactions.run({ tenantId }, async (em) => {
      await em.query(`SET LOCAL synchronous_commit TO off`);
      const [rows] = await em.query(
        `UPDATE access_tokens k SET
           window_requests = CASE WHEN k.window_began_at > $3::timestamptz - interval '1 minute' THEN k.window_requests + 1 ELSE 1 END,
           window_began_at = CASE WHEN k.window_began_at > $3::timestamptz - interval '1 minute' THEN k.window_began_at ELSE $3 END,
           last_used_ip = CASE WHEN k.last_used_at > $3::timestamptz - interval '5 minutes' THEN k.last_used_ip ELSE $4 END,
           last_used_at = CASE WHEN k.last_used_at > $3::timestamptz - interval '5 minutes' THEN k.last_used_at ELSE $3 END
         FROM members m JOIN tenants t ON t.id = m.tenant_id LEFT JOIN people p ON p.id = m.person_id
         WHERE k.tenant_id = $1 AND k.token_hash = $2 AND k.revoked_at IS NULL AND k.expires_at > $3
           AND m.tenant_id = $1 AND m.id = k.member_id AND m.status = 'active' AND t.status = 'active'
         RETURNING k.id AS "tokenId", k.name AS "tokenName", k.permissions, k.tenant_id AS "tenantId", t.time_zone AS "timeZone",
           t.week_start AS "weekStart", m.id AS "memberId", m.person_id AS "personId", coalesce(p.name, m.name) AS name, p.locale,
           k.window_requests AS requests, k.window_began_at AS "windowBeganAt",
           coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id)
             ORDER BY g.id) FROM role_grants g WHERE g.tenant_id = $1 AND g.member_id = m.id), '[]') AS grants`,
        [tenantId, tokenHash, now, ip],
      );
      return rows[0] ?? null;
    });
  }

  /** Tokens that were not revoked, newest first; of one member, or of everybody after `before`. */
  list(
    em: EntityManager,
    tenantId: string,
    filter: { memberIds?: string[]; before?: string | null; limit?: number },
  ): Promise<TokenRow[]> {
    return em.query(
      `${SELECT} WHERE k.tenant_id = $1 AND k.revoked_at IS NULL AND ($2::uuid[] IS NULL OR k.member_id = ANY($2))
         AND ($3::uuid IS NULL OR k.id < $3) ORDER BY k.id DESC LIMIT $4`,
      [tenantId, filter.memberIds ?? null, filter.before ?? null, filter.limit ?? 1000],
    );
  }

  /** One that was not revoked; with `memberId` only when it is that member's. */
  async find(em: EntityManager, tenantId: string, id: string, memberId?: string): Promise<TokenRow | null> {
    const [row] = await em.query(
      `${SELECT} WHERE k.tenant_id = $1 AND k.id = $2 AND k.revoked_at IS NULL AND ($3::uuid IS NULL OR k.member_id = $3)`,
      [tenantId, id, memberId ?? null],
    );
    return row ?? null;
  }

  /** How many the member has, with the member locked, so that two at once do not make one too many. */
  async countLocked(em: EntityManager, tenantId: string, memberId: string): Promise<number> {
    await em.query(`SELECT 1 FROM members WHERE tenant_id = $1 AND id = $2 FOR UPDATE`, [tenantId, memberId]);
    return em.countBy(AccessTokenEntity, { tenantId, memberId, revokedAt: IsNull() });
  }

  async insert(
    em: EntityManager,
    token: Pick<
      AccessTokenEntity,
      'tenantId' | 'id' | 'memberId' | 'name' | 'tokenHash' | 'hint' | 'permissions' | 'expiresAt' | 'createdAt'
    >,
  ): Promise<void> {
    await em.insert(AccessTokenEntity, token);
  }

  async revoke(em: EntityManager, tenantId: string, id: string, at: Date): Promise<void> {
    await em.update(AccessTokenEntity, { tenantId, id }, { revokedAt: at });
  }
}

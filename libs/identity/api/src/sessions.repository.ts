import { Injectable } from '@nestjs/common';
import { type Grant, LOGO_PATH, type TenantBrief } from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';
import { type Ctx, TenantTransactions } from '@wheelhouse/platform-db';
import { DataSource, type EntityManager } from 'typeorm';

/** A live session with the person and the tenant it works in. */
export interface SessionRow {
  sessionId: string;
  personId: string;
  email: string;
  personName: string;
  locale: Locale;
  isOperator: boolean;
  tenantBound: boolean;
  tenantId: string | null;
  tenant: TenantBrief | null;
  memberId: string | null;
  grants: Grant[];
  lastUsedAt: Date;
  provenAt: Date | null;
}

/** A session as its person sees it. */
export interface OwnSessionRow {
  id: string;
  ip: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

const LIVE = `SELECT id, ip, user_agent AS "userAgent", created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt"
  FROM sessions WHERE person_id = $1 AND expires_at > $2
    AND (idle_seconds IS NULL OR last_used_at > $2::timestamptz - idle_seconds * interval '1 second')`;

/** Sessions, found before a tenant is known, and the memberships and grants behind them. */
@Injectable()
export class SessionsRepository {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: TenantTransactions,
  ) {}

  /**
   * A live session with the person, the active membership of its tenant and the grants, in one round trip. All ends well
   * without a tenant: one that is suspended, where the person is no active member, whose administrator ended the session, or that
   * asks for more than was proved, is none.
   */
  async findLive(tokenHash: Buffer, now: Date): Promise<SessionRow | null> {
    const hash = `'\\x${tokenHash.toString('hex')}'::bytea`;
    const at = `'${now.toISOString()}'::timestamptz`;
    const [row] = await this.transactions.readOnce<SessionRow>(
      {},
      `SELECT enter_session(${hash}, ${at});
       SELECT s.id AS "sessionId", s.last_used_at AS "lastUsedAt", s.proven_at AS "provenAt", p.id AS "personId", p.email, p.name AS "personName",
              p.locale, p.is_operator AND NOT s.tenant_bound AS "isOperator", s.tenant_bound AS "tenantBound", m.tenant_id AS "tenantId", m.id AS "memberId",
              CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name,
                'timeZone', t.time_zone, 'weekStart', t.week_start, 'accent', t.accent,
                'logo', '${LOGO_PATH}' || t.logo) END AS tenant,
              coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id)
                ORDER BY g.id) FROM role_grants g WHERE g.tenant_id = m.tenant_id AND g.member_id = m.id), '[]') AS grants
       FROM sessions s JOIN people p ON p.id = s.person_id
       LEFT JOIN tenants t ON t.id = s.tenant_id AND t.status = 'active'
       LEFT JOIN members m ON m.tenant_id = t.id AND m.person_id = p.id AND m.status = 'active'
         AND (m.sessions_after IS NULL OR s.created_at > m.sessions_after)
         AND (s.second_factor OR NOT t.require_second_factor)
         AND (s.tenant_bound OR NOT t.sso_only OR EXISTS (SELECT 1 FROM role_grants g
           WHERE g.tenant_id = m.tenant_id AND g.member_id = m.id AND g.role = 'hq_admin'))
       WHERE s.token_hash = ${hash} AND s.expires_at > ${at} AND (s.token_expires_at IS NULL OR s.token_expires_at > ${at})
         AND (s.idle_seconds IS NULL OR s.last_used_at > ${at} - s.idle_seconds * interval '1 second')`,
    );
    return row ?? null;
  }

  /** Notes that a session was used; at most once for each `before`, however many requests come at once. */
  async touch(sessionId: string, now: Date, before: Date): Promise<void> {
    await this.source.query(`UPDATE sessions SET last_used_at = $2 WHERE id = $1 AND last_used_at < $3`, [
      sessionId,
      now,
      before,
    ]);
  }

  /** The person's live sessions, the last used first. */
  liveOf(personId: string, now: Date): Promise<OwnSessionRow[]> {
    return this.source.query(`${LIVE} ORDER BY last_used_at DESC, id DESC LIMIT 200`, [personId, now]);
  }

  /** Those of them that work in the tenant of `ctx`. */
  liveIn({ em, tenantId, now }: Ctx, personId: string): Promise<OwnSessionRow[]> {
    const here = `${LIVE} AND tenant_id = $3 ORDER BY last_used_at DESC, id DESC LIMIT 200`;
    return em.query(here, [personId, now, tenantId]);
  }

  /** Ends those that work in the tenant, and keeps out all that were begun before; answers how many worked there. */
  async endIn({ em, tenantId, now }: Ctx, member: { personId: string; memberId: string }): Promise<number> {
    await em.query(`UPDATE members SET sessions_after = $3 WHERE tenant_id = $1 AND id = $2`, [
      ...[tenantId, member.memberId, now],
    ]);
    const [, count] = await em.query(`DELETE FROM sessions WHERE person_id = $1 AND tenant_id = $2`, [
      ...[member.personId, tenantId],
    ]);
    return count;
  }

  /** Ends one of the person's sessions; false when it is none of theirs. */
  async removeOwn(personId: string, sessionId: string): Promise<boolean> {
    const [, count] = await this.source.query(`DELETE FROM sessions WHERE person_id = $1 AND id = $2`, [
      personId,
      sessionId,
    ]);
    return count === 1;
  }

  /** Ends every session of a person. */
  async removeAll(personId: string, em: EntityManager = this.source.manager): Promise<void> {
    await em.query(`DELETE FROM sessions WHERE person_id = $1`, [personId]);
  }

  /** Active tenants that the person belongs to, in the order of their slugs; a logo is only shown inside its tenant. */
  async tenantsOf(personId: string): Promise<TenantBrief[]> {
    return this.transactions.run({ personId }, (em) =>
      em.query(
        `SELECT t.id, t.slug, t.name, t.time_zone AS "timeZone", t.week_start AS "weekStart", t.accent, NULL AS logo
         FROM members m JOIN tenants t ON t.id = m.tenant_id
         WHERE m.person_id = $1 AND m.status = 'active' AND t.status = 'active' ORDER BY t.slug`,
        [personId],
      ),
    );
  }

  async insert(session: {
    id: string;
    tokenHash: Buffer;
    personId: string;
    tenantId: string | null;
    ip: string | null;
    userAgent: string | null;
    expiresAt: Date;
    now: Date;
    secondFactor?: boolean;
    idleSeconds?: number | null;
    tokenExpiresAt?: Date | null;
    tenantBound?: boolean;
    /** When its person proved who they are; left out: now. */
    provenAt?: Date | null;
  }): Promise<void> {
    await this.source.query(
      `INSERT INTO sessions (id, token_hash, person_id, tenant_id, ip, user_agent, expires_at, created_at, last_used_at,
         second_factor, idle_seconds, token_expires_at, tenant_bound, proven_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12, $13)`,
      [
        session.id,
        session.tokenHash,
        session.personId,
        session.tenantId,
        session.ip,
        session.userAgent,
        session.expiresAt,
        session.now,
        session.secondFactor ?? false,
        session.idleSeconds ?? null,
        session.tokenExpiresAt ?? null,
        session.tenantBound ?? false,
        session.provenAt === undefined ? session.now : session.provenAt,
      ],
    );
  }

  async setTenant(sessionId: string, tenantId: string): Promise<void> {
    await this.source.query(`UPDATE sessions SET tenant_id = $2 WHERE id = $1`, [sessionId, tenantId]);
  }

  /** Whether it was begun, or has been gone on with, by a second factor. */
  async isProven(sessionId: string): Promise<boolean> {
    const [row] = await this.source.query(`SELECT second_factor FROM sessions WHERE id = $1`, [sessionId]);
    return row?.second_factor ?? false;
  }

  async markSecondFactor(sessionId: string): Promise<void> {
    await this.source.query(`UPDATE sessions SET second_factor = true WHERE id = $1`, [sessionId]);
  }

  /** The person has none any more: what was proved by it counts no longer. What a provider vouched for does. */
  async unmarkSecondFactor(em: EntityManager, personId: string): Promise<void> {
    await em.query(`UPDATE sessions SET second_factor = false WHERE person_id = $1 AND NOT tenant_bound`, [personId]);
  }

  /** Its person has just proved who they are. */
  async markProven(sessionId: string, at: Date): Promise<void> {
    await this.source.query(`UPDATE sessions SET proven_at = $2 WHERE id = $1`, [sessionId, at]);
  }

  /** Whether the tenant's administrator ended it there, so that it enters there no more. */
  async isEndedIn(tenantId: string, sessionId: string): Promise<boolean> {
    const rows = await this.transactions.run({ tenantId }, (em) =>
      em.query(
        `SELECT 1 FROM sessions s JOIN members m ON m.person_id = s.person_id AND m.tenant_id = $1
         WHERE s.id = $2 AND s.created_at <= m.sessions_after`,
        [tenantId, sessionId],
      ),
    );
    return rows.length > 0;
  }

  /** The next access token of a program's session. */
  async renew(em: EntityManager, sessionId: string, tokenHash: Buffer, ends: Date, now: Date): Promise<void> {
    await em.query(`UPDATE sessions SET token_hash = $2, token_expires_at = $3, last_used_at = $4 WHERE id = $1`, [
      ...[sessionId, tokenHash, ends, now],
    ]);
  }

  /** In how many tenants the person is a member, active or not. */
  async membershipsOf(personId: string): Promise<number> {
    const [row] = await this.transactions.run({ personId }, (em) =>
      em.query(`SELECT count(*)::int AS n FROM members WHERE person_id = $1`, [personId]),
    );
    return row.n;
  }

  async remove(sessionId: string, em: EntityManager = this.source.manager): Promise<void> {
    await em.query(`DELETE FROM sessions WHERE id = $1`, [sessionId]);
  }

  /** Ends every session of a person but one: what a change of password does. */
  async removeOthers(personId: string, keepSessionId: string, em: EntityManager = this.source.manager): Promise<void> {
    await em.query(`DELETE FROM sessions WHERE person_id = $1 AND id <> $2`, [personId, keepSessionId]);
  }

  /** What is over of a person's goes when the person signs in anew. */
  async removeExpired(personId: string, now: Date): Promise<void> {
    await this.source.query(`DELETE FROM sessions WHERE person_id = $1 AND expires_at <= $2`, [personId, now]);
  }

  /** Keeps the `most` sessions of a person that were used last. */
  async keepNewest(personId: string, most: number): Promise<void> {
    await this.source.query(
      `DELETE FROM sessions WHERE person_id = $1 AND id IN
         (SELECT id FROM sessions WHERE person_id = $1 ORDER BY last_used_at DESC, id DESC OFFSET $2)`,
      [personId, most],
    );
  }
}

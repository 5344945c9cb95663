import { Injectable } from '@nestjs/common';
import { type Grant, LOGO_PATH, type TenantBrief } from '@wheelhouse/contracts';
import { isUuid, type Locale } from '@wheelhouse/kernel';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { DataSource } from 'typeorm';

/** A live session with the person and the tenant it works in. */
export interface SessionRow {
  sessionId: string;
  personId: string;
  email: string;
  personName: string;
  locale: Locale;
  isOperator: boolean;
  tenantId: string | null;
  tenant: TenantBrief | null;
}

export interface MembershipRow {
  memberId: string;
  tenantId: string;
}

/** Sessions, found before a tenant is known, and the memberships and grants behind them. */
@Injectable()
export class SessionsRepository {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: TenantTransactions,
  ) {}

  async findLive(tokenHash: Buffer, now: Date): Promise<SessionRow | null> {
    const [row] = await this.source.query(
      `SELECT s.id AS "sessionId", p.id AS "personId", p.email, p.name AS "personName", p.locale,
              p.is_operator AS "isOperator", t.id AS "tenantId",
              CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name,
                'timeZone', t.time_zone, 'weekStart', t.week_start, 'accent', t.accent,
                'logo', '${LOGO_PATH}' || t.logo) END AS tenant
       FROM sessions s JOIN people p ON p.id = s.person_id
       LEFT JOIN tenants t ON t.id = s.tenant_id AND t.status = 'active'
       WHERE s.token_hash = $1 AND s.expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  /** The person's active membership of a tenant with its grants; null when there is none. */
  async findMembership(tenantId: string, personId: string): Promise<{ memberId: string; grants: Grant[] } | null> {
    if (!isUuid(personId)) return null;
    const [row] = await this.transactions.readOnce<{ memberId: string; grants: Grant[] }>(
      { tenantId },
      `SELECT m.id AS "memberId", coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id)
                ORDER BY g.id) FILTER (WHERE g.id IS NOT NULL), '[]') AS grants
       FROM members m LEFT JOIN role_grants g ON g.tenant_id = m.tenant_id AND g.member_id = m.id
       WHERE m.person_id = '${personId}' AND m.status = 'active' GROUP BY m.id`,
    );
    return row ?? null;
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
  }): Promise<void> {
    await this.source.query(
      `INSERT INTO sessions (id, token_hash, person_id, tenant_id, ip, user_agent, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        session.id,
        session.tokenHash,
        session.personId,
        session.tenantId,
        session.ip,
        session.userAgent,
        session.expiresAt,
      ],
    );
  }

  async setTenant(sessionId: string, tenantId: string): Promise<void> {
    await this.source.query(`UPDATE sessions SET tenant_id = $2 WHERE id = $1`, [sessionId, tenantId]);
  }

  async remove(sessionId: string): Promise<void> {
    await this.source.query(`DELETE FROM sessions WHERE id = $1`, [sessionId]);
  }

  /** Ends every session of a person but one: what a change of password does. */
  async removeOthers(personId: string, keepSessionId: string): Promise<void> {
    await this.source.query(`DELETE FROM sessions WHERE person_id = $1 AND id <> $2`, [personId, keepSessionId]);
  }

  async removeExpired(now: Date): Promise<void> {
    await this.source.query(`DELETE FROM sessions WHERE expires_at <= $1`, [now]);
  }
}

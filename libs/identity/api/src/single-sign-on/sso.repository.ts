import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@wheelhouse/kernel';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { DataSource, type EntityManager } from 'typeorm';
import { ExternalIdentityEntity } from './external-identity.entity.js';
import { SignInDomainEntity } from './sign-in-domain.entity.js';
import { SignInProviderEntity } from './sign-in-provider.entity.js';
import { SsoAttemptEntity } from './sso-attempt.entity.js';

export interface ProviderTenant {
  id: string;
  slug: string;
  name: LocalizedText;
}

/** A tenant's provider, who is who there, and sign-ins under way. */
@Injectable()
export class SsoRepository {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: TenantTransactions,
  ) {}

  provider(em: EntityManager, tenantId: string): Promise<SignInProviderEntity | null> {
    return em.findOneBy(SignInProviderEntity, { tenantId });
  }

  async save(
    em: EntityManager,
    provider: Pick<SignInProviderEntity, 'tenantId' | 'issuer' | 'clientId' | 'clientSecret' | 'ownReturn'>,
  ): Promise<void> {
    await em.upsert(SignInProviderEntity, provider, ['tenantId']);
    // Who is on the way to the provider of before begins anew.
    await em.delete(SsoAttemptEntity, { tenantId: provider.tenantId });
  }

  async remove(em: EntityManager, tenantId: string): Promise<void> {
    await em.delete(SignInProviderEntity, { tenantId });
    await em.delete(SignInDomainEntity, { ownerId: tenantId });
    await em.delete(ExternalIdentityEntity, { tenantId });
  }

  async domains(em: EntityManager, tenantId: string): Promise<string[]> {
    const rows = await em.find(SignInDomainEntity, { where: { ownerId: tenantId }, order: { domain: 'ASC' } });
    return rows.map(({ domain }) => domain);
  }

  async setDomains(em: EntityManager, tenantId: string, domains: string[]): Promise<void> {
    await em.delete(SignInDomainEntity, { ownerId: tenantId });
    if (domains.length > 0)
      await em.insert(
        SignInDomainEntity,
        domains.map((domain) => ({ domain, ownerId: tenantId })),
      );
  }

  /** Domains of these that another tenant holds. */
  async takenDomains(em: EntityManager, tenantId: string, domains: string[]): Promise<string[]> {
    const rows: { domain: string }[] = await em.query(
      `SELECT domain FROM sign_in_domains WHERE domain = ANY($2) AND owner_id <> $1`,
      [tenantId, domains],
    );
    return rows.map(({ domain }) => domain);
  }

  async isOnly(em: EntityManager, tenantId: string): Promise<boolean> {
    const [row] = await em.query(`SELECT sso_only AS only FROM tenants WHERE id = $1`, [tenantId]);
    return row?.only ?? false;
  }

  async setOnly(em: EntityManager, tenantId: string, only: boolean): Promise<void> {
    await em.query(`UPDATE tenants SET sso_only = $2, updated_at = now() WHERE id = $1`, [tenantId, only]);
  }

  /** The active tenant with this short name or this mail domain, if it has a provider. */
  async findTenant(slug: string | null, domain: string | null): Promise<ProviderTenant | null> {
    const [tenant] = await this.source.query(
      `SELECT t.id, t.slug, t.name FROM tenants t WHERE t.status = 'active'
         AND (t.slug = $1 OR t.id = (SELECT d.owner_id FROM sign_in_domains d WHERE d.domain = $2))`,
      [slug, domain],
    );
    if (!tenant) return null;
    const provider = await this.transactions.run({ tenantId: tenant.id }, (em) => this.provider(em, tenant.id));
    return provider ? tenant : null;
  }

  /** Keeps a sign-in that begins; the tenant's that are over go. */
  async begin(em: EntityManager, attempt: Omit<SsoAttemptEntity, 'createdAt' | 'updatedAt'>, now: Date): Promise<void> {
    await em.query(`DELETE FROM sso_attempts WHERE tenant_id = $1 AND expires_at <= $2`, [attempt.tenantId, now]);
    await em.insert(SsoAttemptEntity, attempt);
  }

  /** Takes a sign-in that is under way, once. */
  async take(em: EntityManager, tenantId: string, stateHash: Buffer): Promise<SsoAttemptEntity | null> {
    const attempt = await em.findOneBy(SsoAttemptEntity, { tenantId, stateHash });
    if (!attempt) return null;
    const { affected } = await em.delete(SsoAttemptEntity, { tenantId, id: attempt.id });
    return affected === 1 ? attempt : null;
  }

  async personOf(em: EntityManager, tenantId: string, issuer: string, subject: string): Promise<string | null> {
    const identity = await em.findOneBy(ExternalIdentityEntity, { tenantId, issuer, subject });
    return identity?.personId ?? null;
  }

  async link(
    em: EntityManager,
    identity: Pick<ExternalIdentityEntity, 'tenantId' | 'id' | 'personId' | 'issuer' | 'subject'>,
  ): Promise<void> {
    await em.insert(ExternalIdentityEntity, identity);
  }

  /** Tenants of the person that a password does not open: single sign-on only, unless the person is administrator there. */
  async closedToPassword(personId: string, tenantIds: string[]): Promise<{ id: string; slug: string }[]> {
    const strict: { id: string; slug: string }[] = await this.source.query(
      `SELECT id, slug FROM tenants WHERE id = ANY($1) AND sso_only`,
      [tenantIds],
    );
    const closed = [];
    for (const tenant of strict) {
      const admins = await this.transactions.run({ tenantId: tenant.id }, (em) =>
        em.query(
          `SELECT 1 FROM members m JOIN role_grants g ON g.tenant_id = m.tenant_id AND g.member_id = m.id AND g.role = 'hq_admin'
           WHERE m.tenant_id = $1 AND m.person_id = $2 AND m.status = 'active'`,
          [tenant.id, personId],
        ),
      );
      if (admins.length === 0) closed.push(tenant);
    }
    return closed;
  }
}

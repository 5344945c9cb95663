import { timingSafeEqual } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { FoundProviderResponse, StartSsoBody } from '@wheelhouse/contracts';
import { normalizeEmail } from '@wheelhouse/identity-domain';
import { DomainError, newId } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { randomNonce, randomPKCECodeVerifier } from 'openid-client';
import type { EntityManager } from 'typeorm';
import { AcceptInvitationCommand } from '../accept-invitation.command.js';
import { MembersRepository } from '../members.repository.js';
import { hashToken, newTenantToken, newToken, tenantOfToken } from '../one-time-token.js';
import { PeopleRepository } from '../people.repository.js';
import { SecretBox } from '../secret-box.js';
import { type OpenedSession, type Origin, SessionsService } from '../sessions.service.js';
import { Throttle } from '../throttle.js';
import { TrailService } from '../trail.service.js';
import { type Claims, OidcProviderClient } from './oidc-client.js';
import { SsoRepository } from './sso.repository.js';

const ATTEMPT_MINUTES = 10;

/** Signs people in at their organisation's own provider. */
@Injectable()
export class SsoService {
  private readonly log = new Logger('SingleSignOn');

  constructor(
    private readonly repository: SsoRepository,
    private readonly client: OidcProviderClient,
    private readonly box: SecretBox,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly invitations: AcceptInvitationCommand,
    private readonly sessions: SessionsService,
    private readonly throttle: Throttle,
    private readonly trail: TrailService,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  /** The organisation with this short name, or of this e-mail's domain; nobody is looked up. @throws SSO.UNKNOWN */
  async find(hint: string, ip: string): Promise<FoundProviderResponse> {
    await this.throttle.take('findProvider', null, ip, this.clock.now());
    const text = normalizeEmail(hint);
    const [, domain] = /@([^@]+)$/.exec(text) ?? [];
    const tenant = await this.repository.findTenant(domain ? null : text, domain ?? null);
    if (!tenant) throw new DomainError('SSO.UNKNOWN', {}, [{ field: 'hint', code: 'SSO.UNKNOWN' }]);
    return { slug: tenant.slug, name: tenant.name };
  }

  /** Begins, counted because its provider is asked: the address there, and the secret that the browser keeps until it is back. */
  async start({ slug, next, again = false }: StartSsoBody, ip: string): Promise<{ url: string; browser: string }> {
    await this.throttle.take('startProvider', null, ip, this.clock.now());
    const tenant = await this.repository.findTenant(slug, null);
    if (!tenant) throw new DomainError('SSO.UNKNOWN');
    const settings = await this.settings(tenant.id);
    const configuration = await this.client.discover(settings);
    const [state, browser, nonce, codeVerifier] = [
      newTenantToken(tenant.id),
      newToken(),
      randomNonce(),
      randomPKCECodeVerifier(),
    ];
    const now = this.clock.now();
    await this.transactions.run({ tenantId: tenant.id }, (em) =>
      this.repository.begin(
        em,
        {
          ...{ tenantId: tenant.id, id: newId(now), nonce },
          ...{ stateHash: hashToken(state), browserHash: hashToken(browser) },
          codeVerifier: this.box.seal(codeVerifier, 'sign-in-provider', tenant.id),
          next: pathOf(next),
          expiresAt: new Date(now.getTime() + ATTEMPT_MINUTES * 60_000),
        },
        now,
      ),
    );
    const asked = { state, nonce, codeVerifier, again };
    return { url: await this.client.authorizationUrl(configuration, settings.redirectUri, asked), browser };
  }

  /** Ends: the browser is back with the provider's answer. @throws SSO.* */
  async finish(
    back: URL,
    browser: string,
    origin: Origin,
  ): Promise<{ opened: OpenedSession; personId: string; next: string }> {
    const state = back.searchParams.get('state') ?? '';
    const tenantId = tenantOfToken(state);
    if (!tenantId) throw new DomainError('SSO.ATTEMPT');
    const attempt = await this.transactions.run({ tenantId }, (em) =>
      this.repository.take(em, tenantId, hashToken(state)),
    );
    if (!attempt || attempt.expiresAt <= this.clock.now()) throw new DomainError('SSO.ATTEMPT');
    if (!timingSafeEqual(attempt.browserHash, hashToken(browser))) throw new DomainError('SSO.ATTEMPT');
    if (back.searchParams.has('error')) throw new DomainError('SSO.REFUSED');
    const settings = await this.settings(tenantId);
    // Each provider has its own address: what comes to another's is not from whom it says (RFC 9700, 4.4.2).
    if (back.origin + back.pathname !== settings.redirectUri) throw new DomainError('SSO.ATTEMPT');
    const codeVerifier = this.box.open(attempt.codeVerifier, 'sign-in-provider', tenantId);
    const { nonce, next } = attempt;
    const claims = await this.client
      .claims(await this.client.discover(settings), back, { state, nonce, codeVerifier })
      .catch((error: unknown) => {
        this.log.warn(`the provider of tenant ${tenantId} answered wrongly: ${String(error)}`);
        throw new DomainError('SSO.ANSWER');
      });
    const person = await this.transactions.run({ tenantId }, (em) =>
      this.whoIs(em, tenantId, settings.issuer, claims, origin.ip),
    );
    const how = { secondFactor: true, tenantBound: true, provenAt: claims.signedInAt };
    const opened = await this.sessions.open(person, tenantId, origin, how);
    return { opened, personId: person.id, next };
  }

  /** The person behind the answer, who must be an active member; at the first time found by a verified e-mail, and linked. */
  private async whoIs(
    em: EntityManager,
    tenantId: string,
    issuer: string,
    claims: Claims,
    ip: string,
  ): Promise<{ id: string; name: string }> {
    const linked = await this.repository.personOf(em, tenantId, issuer, claims.subject);
    const known = linked
      ? await this.people.findById(linked, em)
      : await this.people.findByEmail(await this.verified(em, tenantId, claims), em);
    const member = known && (await this.members.findByEmail(em, tenantId, known.email));
    if (known && member?.status === 'active') {
      if (!linked) await this.link(em, tenantId, issuer, claims.subject, known, ip);
      return known;
    }
    if (linked || member) throw new DomainError('SSO.NOT_MEMBER');
    const email = await this.verified(em, tenantId, claims);
    const person = await this.invitations.admitVerified(em, tenantId, { email, name: claims.name }, ip);
    await this.link(em, tenantId, issuer, claims.subject, person, ip);
    return person;
  }

  /** The e-mail, if the provider may vouch for it and does. */
  private async verified(em: EntityManager, tenantId: string, { email, emailVerified }: Claims): Promise<string> {
    const address = email && emailVerified ? normalizeEmail(email) : null;
    if (!address) throw new DomainError('SSO.UNVERIFIED');
    const domains = await this.repository.domains(em, tenantId);
    if (!domains.includes(address.split('@').at(-1) ?? '')) throw new DomainError('SSO.OTHER_DOMAIN');
    return address;
  }

  private async link(
    em: EntityManager,
    tenantId: string,
    issuer: string,
    subject: string,
    person: { id: string; name: string },
    ip: string,
  ): Promise<void> {
    await this.repository.link(em, { tenantId, id: newId(), personId: person.id, issuer, subject });
    await this.trail.write(
      em,
      { tenantId, at: this.clock.now(), personId: person.id, name: person.name, ip },
      { action: 'sign_in.link', objectType: 'person', objectId: person.id, after: { issuer, subject } },
    );
  }

  private async settings(tenantId: string) {
    const provider = await this.transactions.run({ tenantId }, (em) => this.repository.provider(em, tenantId));
    if (!provider) throw new DomainError('SSO.UNKNOWN');
    const { issuer, clientId } = provider;
    const clientSecret = this.box.open(provider.clientSecret, 'sign-in-provider', tenantId);
    return { issuer, clientId, clientSecret, redirectUri: this.client.redirectUri(provider) };
  }
}

/** A path of this app, never another site's address, as a header may carry it. */
function pathOf(next = ''): string {
  if (!/^\/(?![/\\])[^\\\s]*$/.test(next)) return '/';
  const { pathname, search, hash } = new URL(next, 'http://here');
  return pathname.startsWith('//') ? '/' : pathname + search + hash;
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Grant, LoginBody, TenantBrief } from '@wheelhouse/contracts';
import { normalizeEmail } from '@wheelhouse/identity-domain';
import { DomainError, newId } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { Passwords } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import { SessionsRepository, type SessionRow } from './sessions.repository.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { TrailService } from './trail.service.js';

const SESSION_DAYS = 14;

export interface Origin {
  ip: string;
  userAgent: string | null;
}

export interface LiveSession extends SessionRow {
  memberId: string | null;
  grants: Grant[];
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Signs people in and out, and finds who is behind a token. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly people: PeopleRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly transactions: TenantTransactions,
    private readonly trail: TrailService,
    private readonly clock: Clock,
  ) {}

  /** Opens a session. The refusal is the same for an unknown e-mail and for a wrong password, in words and in time. */
  async signIn(
    { email, password }: LoginBody,
    origin: Origin,
  ): Promise<{ token: string; expiresAt: Date; sessionId: string }> {
    const address = normalizeEmail(email);
    const now = this.clock.now();
    await this.throttle.check(address, origin.ip, now);
    const person = await this.people.findByEmail(address);
    const right = await this.passwords.matches(person?.passwordHash ?? null, password);
    if (!person || !right) {
      await this.throttle.failed(address, origin.ip, now);
      throw new DomainError('AUTH.FAILED');
    }
    await this.throttle.succeeded(address);
    const tenants = await this.sessions.tenantsOf(person.id);
    if (tenants.length === 0 && !person.isOperator) throw new DomainError('AUTH.NO_TENANT');
    return this.open(person, tenants[0] ?? null, origin, now);
  }

  private async open(person: { id: string; name: string }, tenant: TenantBrief | null, origin: Origin, now: Date) {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
    const session = {
      id: newId(),
      tokenHash: hashToken(token),
      personId: person.id,
      tenantId: tenant?.id ?? null,
      ip: origin.ip,
      userAgent: origin.userAgent?.slice(0, 300) ?? null,
      expiresAt,
    };
    await this.sessions.insert(session);
    if (tenant) {
      await this.transactions.run({ tenantId: tenant.id }, (em) =>
        this.trail.write(
          em,
          { tenantId: tenant.id, at: now, personId: person.id, name: person.name, ip: origin.ip },
          { action: 'session.open', objectType: 'person', objectId: person.id },
        ),
      );
    }
    return { token, expiresAt, sessionId: session.id };
  }

  /** Who is behind a token, with the grants in the session's tenant; null when there is no such live session. */
  async resolve(token: string): Promise<LiveSession | null> {
    const session = await this.sessions.findLive(hashToken(token), this.clock.now());
    if (!session) return null;
    const membership = session.tenantId ? await this.sessions.findMembership(session.tenantId, session.personId) : null;
    return membership
      ? { ...session, ...membership }
      : { ...session, tenantId: null, tenant: null, memberId: null, grants: [] };
  }

  tenantsOf(personId: string): Promise<TenantBrief[]> {
    return this.sessions.tenantsOf(personId);
  }

  /** Goes on in another tenant of the person; one that the person does not belong to does not exist (404). */
  async switchTenant(sessionId: string, personId: string, tenantId: string): Promise<void> {
    const tenants = await this.sessions.tenantsOf(personId);
    if (!tenants.some((tenant) => tenant.id === tenantId)) throw new DomainError('NOT_FOUND');
    await this.sessions.setTenant(sessionId, tenantId);
  }

  signOut(sessionId: string): Promise<void> {
    return this.sessions.remove(sessionId);
  }

  /** Changes the password and ends every other session of the person. */
  async changePassword(personId: string, sessionId: string, current: string, next: string): Promise<void> {
    const person = await this.people.findById(personId);
    if (!(await this.passwords.matches(person?.passwordHash ?? null, current))) {
      throw new DomainError('AUTH.WRONG_PASSWORD', {}, [
        { field: 'currentPassword', code: 'FIELD.FORMAT', params: { expected: 'password' } },
      ]);
    }
    await this.people.update(personId, { passwordHash: await this.passwords.hash(next) });
    await this.sessions.removeOthers(personId, sessionId);
  }
}

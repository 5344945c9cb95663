import { Injectable } from '@nestjs/common';
import type { LoginBody, OwnSessionResponse, TenantBrief } from '@wheelhouse/contracts';
import { deviceOf, normalizeEmail } from '@wheelhouse/identity-domain';
import { DomainError, newId } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { hashToken, newToken } from './one-time-token.js';
import { PasswordNotice } from './password-notice.js';
import { Passwords } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import type { PersonEntity } from './person.entity.js';
import { SessionsRepository, type SessionRow } from './sessions.repository.js';
import { SignInRefusals } from './sign-in-refusals.js';
import { Throttle } from './throttle.js';
import { TrailService } from './trail.service.js';

const SESSION_DAYS = 14;
/** How exact “last used” is: a request writes it only when what stands there is older. */
const TOUCH_MINUTES = 5;

export interface Origin {
  ip: string;
  userAgent: string | null;
}

/** A session that was just opened; the token is told once. */
export interface OpenedSession {
  token: string;
  expiresAt: Date;
  sessionId: string;
}

/** Signs people in and out, and finds who is behind a token. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly people: PeopleRepository,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly notice: PasswordNotice,
    private readonly refusals: SignInRefusals,
    private readonly transactions: TenantTransactions,
    private readonly trail: TrailService,
    private readonly clock: Clock,
  ) {}

  /** Opens a session. The refusal is the same for an unknown e-mail and for a wrong password, in words and in time. */
  async signIn({ email, password }: LoginBody, origin: Origin): Promise<OpenedSession> {
    const person = await this.whoKnows(normalizeEmail(email), password, origin);
    const tenants = await this.sessions.tenantsOf(person.id);
    if (tenants.length === 0 && !person.isOperator) throw new DomainError('AUTH.NO_TENANT');
    return this.open(person, tenants[0] ?? null, origin);
  }

  /** The person behind e-mail and password, counted against guessing; refuses alike whatever is wrong. */
  async whoKnows(email: string, password: string, origin: Origin): Promise<PersonEntity> {
    const now = this.clock.now();
    const { ip } = origin;
    await this.throttle.check('signIn', email, ip, now);
    const person = await this.people.findByEmail(email);
    const right = await this.passwords.matches(person?.passwordHash ?? null, password);
    if (!person || !right) {
      const locks = await this.throttle.count('signIn', email, ip, now);
      await this.refusals.note({ email, ...origin, at: now.toISOString(), locks });
      throw new DomainError('AUTH.FAILED');
    }
    await this.throttle.clear('signIn', email);
    return person;
  }

  /** Opens a session of somebody who has proved who they are. */
  async open(
    person: { id: string; name: string },
    tenant: { id: string } | null,
    origin: Origin,
  ): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = newToken();
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
    const session = {
      id: newId(),
      tokenHash: hashToken(token),
      personId: person.id,
      tenantId: tenant?.id ?? null,
      ip: origin.ip,
      userAgent: origin.userAgent?.slice(0, 300) ?? null,
      expiresAt,
      now,
    };
    await this.sessions.insert(session);
    if (tenant) {
      await this.transactions.run({ tenantId: tenant.id }, (em) =>
        this.trail.write(
          em,
          {
            ...{ tenantId: tenant.id, at: now, personId: person.id, name: person.name, ip: origin.ip },
            origin: { userAgent: session.userAgent, sessionId: session.id },
          },
          { action: 'session.open', objectType: 'person', objectId: person.id },
        ),
      );
    }
    return { token, expiresAt, sessionId: session.id };
  }

  /** Who is behind a token, with the grants in the session's tenant; null when there is no such live session. */
  async resolve(token: string): Promise<SessionRow | null> {
    const now = this.clock.now();
    const session = await this.sessions.findLive(hashToken(token), now);
    const stale = new Date(now.getTime() - TOUCH_MINUTES * 60_000);
    if (session && session.lastUsedAt < stale) await this.sessions.touch(session.sessionId, now, stale);
    return session;
  }

  /** The person's live sessions in plain words. */
  async listOwn(personId: string, currentId: string): Promise<OwnSessionResponse[]> {
    const rows = await this.sessions.liveOf(personId, this.clock.now());
    return rows.map(({ id, ip, userAgent, ...times }) => ({
      id,
      current: id === currentId,
      ...deviceOf(userAgent),
      ip,
      createdAt: times.createdAt.toISOString(),
      lastUsedAt: times.lastUsedAt.toISOString(),
      expiresAt: times.expiresAt.toISOString(),
    }));
  }

  /** Ends one of the own sessions; another's does not exist (404). */
  async endOwn(personId: string, sessionId: string): Promise<void> {
    if (!(await this.sessions.removeOwn(personId, sessionId))) throw new DomainError('NOT_FOUND');
  }

  /** Ends all own sessions, or all but one. */
  endAll(personId: string, keepId: string | null): Promise<void> {
    return keepId ? this.sessions.removeOthers(personId, keepId) : this.sessions.removeAll(personId);
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
  async changePassword(
    { personId, sessionId, ip }: { personId: string; sessionId: string; ip: string | null },
    current: string,
    next: string,
  ): Promise<void> {
    const person = await this.people.findById(personId);
    if (!person || !(await this.passwords.matches(person.passwordHash, current))) {
      throw new DomainError('AUTH.WRONG_PASSWORD', {}, [
        { field: 'currentPassword', code: 'FIELD.FORMAT', params: { expected: 'password' } },
      ]);
    }
    await this.people.update(personId, { passwordHash: await this.passwords.hash(next) });
    await this.sessions.removeOthers(personId, sessionId);
    await this.notice.send(person, await this.tenantsOf(personId), 'password.change', ip);
  }
}

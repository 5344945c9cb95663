import { Injectable } from '@nestjs/common';
import type { OwnSessionResponse, TenantBrief } from '@wheelhouse/contracts';
import { DomainError, newId } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';
import { hashToken, newToken } from './one-time-token.js';
import { NewPasswords } from './new-passwords.js';
import { Passwords } from './passwords.js';
import { OwnPassword } from './proof/own-password.js';
import { PeopleRepository } from './people.repository.js';
import type { PersonEntity } from './person.entity.js';
import { presentSignIn } from './session.presenter.js';
import { SecurityNotice } from './security-notice.js';
import { SessionsRepository, type SessionRow } from './sessions.repository.js';
import { SignInRefusals } from './sign-in-refusals.js';
import { RefreshTokensRepository } from './sign-in/refresh-tokens.repository.js';
import { SignInRulesRepository } from './sign-in/sign-in-rules.repository.js';
import { SsoRepository } from './single-sign-on/sso.repository.js';
import { Throttle } from './throttle.js';
import { TrailService } from './trail.service.js';

/** Longest life of a session, and how long a browser's may lie unused (ADR 0022). */
const SESSION_DAYS = 14;
const IDLE_DAYS = 7;
/** Life of a program's access token; it goes on with the refresh token. */
const ACCESS_TOKEN_MINUTES = 30;
/** One more, and the one that was used longest ago ends. */
const MOST_SESSIONS = 100;
/** How exact “last used” is: a request writes it only when what stands there is older. */
const TOUCH_MINUTES = 5;

export interface Origin {
  ip: string;
  userAgent: string | null;
  /** A browser gets a cookie, a program a pair of tokens. */
  browser: boolean;
}

/** How somebody signed in: with a second factor, at the tenant's provider, and when they proved who they are if not now. */
export interface SignedInHow {
  secondFactor?: boolean;
  tenantBound?: boolean;
  provenAt?: Date | null;
}

export const accessTokenEnds = (now: Date): Date => new Date(now.getTime() + ACCESS_TOKEN_MINUTES * 60_000);

/** A session that was just opened; the token is told once. */
export interface OpenedSession {
  token: string;
  /** Of a program. */
  refreshToken?: string;
  /** When the token ends. */
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
    private readonly newPasswords: NewPasswords,
    private readonly ownPassword: OwnPassword,
    private readonly throttle: Throttle,
    private readonly notice: SecurityNotice,
    private readonly refusals: SignInRefusals,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly rules: SignInRulesRepository,
    private readonly sso: SsoRepository,
    private readonly transactions: TenantTransactions,
    private readonly trail: TrailService,
    private readonly clock: Clock,
  ) {}

  /** The person behind e-mail and password, counted against guessing; refuses alike whatever is wrong. */
  async whoKnows(email: string, password: string, origin: Origin): Promise<PersonEntity> {
    const now = this.clock.now();
    const { ip } = origin;
    const locks = await this.throttle.take('signIn', email, ip, now);
    const person = await this.people.findByEmail(email);
    const right = await this.passwords.matches(person?.passwordHash ?? null, password);
    if (!person || !right) {
      await this.refusals.note({ email, ip, userAgent: origin.userAgent, at: now.toISOString(), locks });
      throw new DomainError('AUTH.FAILED');
    }
    await this.throttle.giveBack('signIn', email, ip);
    return person;
  }

  /** Opens a session of somebody who has proved who they are. */
  async open(
    person: { id: string; name: string },
    tenantId: string | null,
    origin: Origin,
    { secondFactor = false, tenantBound = false, provenAt }: SignedInHow = {},
  ): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = newToken();
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
    const { browser } = origin;
    const tokenExpiresAt = browser ? null : accessTokenEnds(now);
    const session = {
      id: newId(),
      tokenHash: hashToken(token),
      personId: person.id,
      tenantId,
      ip: origin.ip,
      userAgent: origin.userAgent?.slice(0, 300) ?? null,
      expiresAt,
      now,
      ...{ secondFactor, tenantBound, provenAt },
      ...{ idleSeconds: browser ? IDLE_DAYS * 86_400 : null, tokenExpiresAt },
    };
    await this.sessions.removeExpired(person.id, now);
    await this.sessions.insert(session);
    await this.sessions.keepNewest(person.id, MOST_SESSIONS);
    if (tenantId) {
      await this.transactions.run({ tenantId }, (em) =>
        this.trail.write(
          em,
          {
            ...{ tenantId, at: now, personId: person.id, name: person.name, ip: origin.ip },
            origin: { userAgent: session.userAgent, sessionId: session.id },
          },
          { action: 'session.open', objectType: 'person', objectId: person.id },
        ),
      );
    }
    if (!tokenExpiresAt) return { token, expiresAt, sessionId: session.id };
    const refreshToken = newToken();
    const tokenHash = hashToken(refreshToken);
    await this.refreshTokens.insert({ id: newId(now), sessionId: session.id, tokenHash, createdAt: now });
    return { token, refreshToken, expiresAt: tokenExpiresAt, sessionId: session.id };
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
    return rows.map((row) => ({ ...presentSignIn(row), current: row.id === currentId }));
  }

  /** Ends one of the own sessions; another's does not exist (404). */
  async endOwn(personId: string, sessionId: string): Promise<void> {
    if (!(await this.sessions.removeOwn(personId, sessionId))) throw new DomainError('NOT_FOUND');
  }

  /** Ends all own sessions, or all but one. */
  endAll(personId: string, keepId: string | null): Promise<void> {
    return keepId ? this.sessions.removeOthers(personId, keepId) : this.sessions.removeAll(personId);
  }

  /** Whether the account opens more than one tenant, or will again. */
  async isShared({ id, isOperator }: Pick<PersonEntity, 'id' | 'isOperator'>): Promise<boolean> {
    return isOperator || (await this.sessions.membershipsOf(id)) > 1;
  }

  tenantsOf(personId: string): Promise<TenantBrief[]> {
    return this.sessions.tenantsOf(personId);
  }

  /** Goes on in another tenant of the person; one that the person does not belong to does not exist (404). */
  async switchTenant(sessionId: string, personId: string, tenantId: string): Promise<void> {
    const tenants = await this.sessions.tenantsOf(personId);
    if (!tenants.some((tenant) => tenant.id === tenantId)) throw new DomainError('NOT_FOUND');
    await this.refuseClosed(personId, tenantId);
    if (await this.sessions.isEndedIn(tenantId, sessionId)) throw new DomainError('AUTH.ENDED_HERE');
    if ((await this.rules.isAskedOf(personId, tenantId)) && !(await this.sessions.isProven(sessionId)))
      throw new DomainError('SECOND_FACTOR.NEEDED');
    await this.sessions.setTenant(sessionId, tenantId);
  }

  /** @throws SSO.ONLY where the tenant lets the person in by its own provider alone */
  async refuseClosed(personId: string, tenantId: string): Promise<void> {
    const [closed] = await this.sso.closedToPassword(personId, [tenantId]);
    if (closed) throw new DomainError('SSO.ONLY', { slug: closed.slug });
  }

  signOut(sessionId: string, em?: EntityManager): Promise<void> {
    return this.sessions.remove(sessionId, em);
  }

  /** Changes the password and ends every other session of the person. Guesses at the current one count as at sign-in. */
  async changePassword(
    { personId, sessionId, ip }: { personId: string; sessionId: string; ip: string },
    current: string,
    next: string,
  ): Promise<void> {
    const person = await this.ownPassword.check(personId, current, ip, 'currentPassword');
    await this.newPasswords.check(next, 'newPassword', [person.email, person.name]);
    await this.people.update(personId, { passwordHash: await this.passwords.hash(next) });
    await this.sessions.removeOthers(personId, sessionId);
    await this.notice.send(person, 'password.change', ip);
  }
}

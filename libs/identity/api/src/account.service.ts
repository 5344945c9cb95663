import { Injectable } from '@nestjs/common';
import type {
  AcceptInvitationBody,
  EnrolledLoginResponse,
  FoundProviderResponse,
  LoginBody,
  LoginResponse,
  OwnSessionResponse,
  SecondStepBody,
  SessionResponse,
  SignInResponse,
  StartSsoBody,
  StartSsoResponse,
  UpdateMeBody,
  ChangePasswordBody,
} from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { originOf, type RequestWithContext } from '@wheelhouse/platform-http';
import type { FastifyReply } from 'fastify';
import { AcceptInvitationCommand } from './accept-invitation.command.js';
import { GrantsRepository } from './grants.repository.js';
import { PeopleRepository } from './people.repository.js';
import { presentSession } from './session.presenter.js';
import { SESSION_COOKIE, tokenOf } from './session.strategy.js';
import { SsoService } from './single-sign-on/sso.service.js';
import { signedIn } from './signed-in.js';
import { type OpenedSession, type Origin, SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { TrailService } from './trail.service.js';

const SSO_COOKIE = 'wheelhouse_sso';

/** What a person does with the own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIn: SignInService,
    private readonly invitation: AcceptInvitationCommand,
    private readonly sso: SsoService,
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly transactions: TenantTransactions,
    private readonly trail: TrailService,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async login(body: LoginBody, request: RequestWithContext, reply: FastifyReply): Promise<SignInResponse> {
    const outcome = await this.signIn.signIn(body, whereFrom(request));
    return 'step' in outcome ? outcome : this.begin(outcome, reply);
  }

  /** The second step of a sign-in. */
  async proveSecondFactor(
    body: SecondStepBody,
    request: RequestWithContext,
    reply: FastifyReply,
  ): Promise<LoginResponse> {
    return this.begin(await this.signIn.prove(body, whereFrom(request)), reply);
  }

  /** The second step of a sign-in that begins with setting up the second factor. */
  async confirmEnrolment(
    body: SecondStepBody,
    request: RequestWithContext,
    reply: FastifyReply,
  ): Promise<EnrolledLoginResponse> {
    const { opened, recoveryCodes } = await this.signIn.confirmEnrolment(body, whereFrom(request));
    return { ...(await this.begin(opened, reply)), recoveryCodes };
  }

  /** Accepts an invitation by its link, and signs in, or asks for the second step. */
  async acceptInvitation(
    body: AcceptInvitationBody,
    request: RequestWithContext,
    reply: FastifyReply,
  ): Promise<SignInResponse> {
    const outcome = await this.invitation.accept(body, whereFrom(request));
    return 'step' in outcome ? outcome : this.begin(outcome, reply);
  }

  /** Accepts an invitation as whom one is signed in as, and goes on in its tenant. */
  async joinByInvitation(token: string, request: RequestWithContext): Promise<SessionResponse> {
    const { personId } = signedIn(request);
    return this.switchTenant(request, await this.invitation.join(token, personId, request.ip));
  }

  sessionsOf(request: RequestWithContext): Promise<OwnSessionResponse[]> {
    const { personId, sessionId } = signedIn(request);
    return this.sessions.listOwn(personId, sessionId);
  }

  async endSession(request: RequestWithContext, id: string): Promise<void> {
    await this.sessions.endOwn(signedIn(request).personId, id);
    await this.record(request, 'session.end', { sessions: 1 });
  }

  async endSessions(request: RequestWithContext, reply: FastifyReply, keepThis: boolean): Promise<void> {
    const { personId, sessionId } = signedIn(request);
    await this.sessions.endAll(personId, keepThis ? sessionId : null);
    await this.record(request, 'session.end', { keptThis: keepThis });
    if (!keepThis) void reply.clearCookie(this.sessionCookie, this.cookie);
  }

  findProvider(hint: string, request: RequestWithContext): Promise<FoundProviderResponse> {
    return this.sso.find(hint, request.ip);
  }

  /** Begins at the provider; the browser keeps a secret until it is back. */
  async startSso(body: StartSsoBody, request: RequestWithContext, reply: FastifyReply): Promise<StartSsoResponse> {
    const { url, browser } = await this.sso.start(body, request.ip);
    void reply.setCookie(this.ssoCookie, browser, { ...this.cookie, maxAge: 600 });
    return { url };
  }

  /** Back from the provider: into the app, or to the sign-in page with what was wrong. */
  async finishSso(request: RequestWithContext, reply: FastifyReply): Promise<void> {
    const browser = cookieOf(request, this.ssoCookie);
    void reply.clearCookie(this.ssoCookie, this.cookie);
    try {
      const back = new URL(request.url, this.config.publicUrl);
      const { opened, personId, next } = await this.sso.finish(back, browser, { ...whereFrom(request), browser: true });
      const before = await this.sessions.resolve(cookieOf(request, this.sessionCookie));
      await this.begin(opened, reply);
      // Who signs in again goes on with the new session alone.
      if (before?.personId === personId && before.tenantBound) await this.sessions.signOut(before.sessionId);
      return void reply.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return void reply.redirect(`/sign-in?refused=${encodeURIComponent(error.code)}`, 303);
    }
  }

  async logout(request: RequestWithContext, reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(signedIn(request).sessionId, request.ctx?.em);
    await this.record(request, 'session.close');
    void reply.clearCookie(this.sessionCookie, this.cookie);
  }

  session(request: RequestWithContext): Promise<SessionResponse> {
    return this.present(tokenOf(request).token ?? '');
  }

  async switchTenant(request: RequestWithContext, tenantId: string): Promise<SessionResponse> {
    const { personId, sessionId } = signedIn(request);
    await this.sessions.switchTenant(sessionId, personId, tenantId);
    await this.enter(request, personId, tenantId);
    return this.session(request);
  }

  /** The tenant that somebody comes into keeps it in its own trail. */
  private async enter(request: RequestWithContext, personId: string, tenantId: string): Promise<void> {
    const who = { tenantId, personId, name: request.caller?.actor.name ?? null, ip: request.ip };
    await this.transactions.run({ tenantId }, (em) =>
      this.trail.write(
        em,
        { ...who, at: this.clock.now(), origin: originOf(request) },
        { action: 'session.enter', objectType: 'person', objectId: personId },
      ),
    );
  }

  async updateMe(request: RequestWithContext, change: UpdateMeBody): Promise<SessionResponse> {
    const { personId } = signedIn(request);
    const person = await this.people.findById(personId);
    // Its tenant's provider vouches for such a session, and others know the person by that name too.
    const isRenamed = change.name !== undefined && change.name !== person?.name;
    if (isRenamed && person && request.caller?.tenantBound && (await this.sessions.isShared(person)))
      throw new DomainError('AUTH.BOUND');
    await this.people.update(personId, change);
    const before = { name: person?.name, locale: person?.locale };
    await this.record(request, 'person.update', { ...before, ...defined(change) }, before);
    return this.session(request);
  }

  async changePassword(request: RequestWithContext, body: ChangePasswordBody): Promise<void> {
    const who = { ...signedIn(request), ip: request.ip };
    await this.sessions.changePassword(who, body.currentPassword, body.newPassword);
  }

  /** In the tenant that the session works in; who works in none leaves no trail. */
  private async record(request: RequestWithContext, action: string, after?: object, before?: object): Promise<void> {
    const { ctx } = request;
    if (!ctx) return;
    await this.trail.record(ctx, { action, objectType: 'person', objectId: ctx.actor.personId, before, after });
  }

  /** Gives a browser its cookie, a program its tokens, and answers who one is now. */
  private async begin({ token, refreshToken, expiresAt }: OpenedSession, reply: FastifyReply): Promise<LoginResponse> {
    const session = await this.present(token);
    if (refreshToken) return { accessToken: token, refreshToken, expiresAt: expiresAt.toISOString(), session };
    void reply.setCookie(this.sessionCookie, token, { ...this.cookie, expires: expiresAt });
    return { expiresAt: expiresAt.toISOString(), session };
  }

  private get cookie() {
    return { httpOnly: true, sameSite: 'lax', secure: this.config.secureCookies, path: '/' } as const;
  }

  private get sessionCookie(): string {
    return this.config.cookieName(SESSION_COOKIE);
  }

  private get ssoCookie(): string {
    return this.config.cookieName(SSO_COOKIE);
  }

  private async present(token: string): Promise<SessionResponse> {
    const session = await this.sessions.resolve(token);
    if (!session) throw new DomainError('AUTH.REQUIRED');
    const { tenantId, memberId } = session;
    const grants =
      tenantId && memberId
        ? await this.transactions.run({ tenantId }, (em) => this.grants.listNamed(em, tenantId, [memberId]))
        : [];
    return presentSession(
      session,
      await this.sessions.tenantsOf(session.personId),
      grants.map(({ memberId: _, ...grant }) => grant),
    );
  }
}

const cookieOf = (request: RequestWithContext, name: string): string =>
  (request as { cookies?: Record<string, string | undefined> }).cookies?.[name] ?? '';

/** A browser says that it is ours by the header that no foreign page can add. */
const whereFrom = (request: RequestWithContext): Origin => ({
  browser: request.headers['x-wheelhouse'] === '1',
  ip: request.ip,
  userAgent: originOf(request).userAgent,
});

const defined = (change: object) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

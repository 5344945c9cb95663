import { Injectable } from '@nestjs/common';
import type {
  LoginBody,
  LoginResponse,
  SessionResponse,
  UpdateMeBody,
  ChangePasswordBody,
} from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';
import { TenantTransactions } from '@wheelhouse/platform-db';
import type { RequestWithContext } from '@wheelhouse/platform-http';
import type { FastifyReply } from 'fastify';
import { GrantsRepository } from './grants.repository.js';
import { PeopleRepository } from './people.repository.js';
import { presentSession } from './session.presenter.js';
import { SESSION_COOKIE, tokenOf } from './session.strategy.js';
import { SessionsService } from './sessions.service.js';

/** What a person does with the own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly transactions: TenantTransactions,
    private readonly config: AppConfig,
  ) {}

  async login(body: LoginBody, request: RequestWithContext, reply: FastifyReply): Promise<LoginResponse> {
    const origin = { ip: request.ip, userAgent: request.headers['user-agent'] ?? null };
    const { token, expiresAt } = await this.sessions.signIn(body, origin);
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.secureCookies,
      expires: expiresAt,
    });
    return { accessToken: token, expiresAt: expiresAt.toISOString(), session: await this.present(token) };
  }

  async logout(request: RequestWithContext, reply: FastifyReply): Promise<void> {
    if (request.caller) await this.sessions.signOut(request.caller.sessionId);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  session(request: RequestWithContext): Promise<SessionResponse> {
    return this.present(tokenOf(request).token ?? '');
  }

  async switchTenant(request: RequestWithContext, tenantId: string): Promise<SessionResponse> {
    const { caller } = request;
    if (!caller?.actor.personId) throw new DomainError('AUTH.REQUIRED');
    await this.sessions.switchTenant(caller.sessionId, caller.actor.personId, tenantId);
    return this.session(request);
  }

  async updateMe(request: RequestWithContext, change: UpdateMeBody): Promise<SessionResponse> {
    const personId = request.caller?.actor.personId;
    if (!personId) throw new DomainError('AUTH.REQUIRED');
    await this.people.update(personId, change);
    return this.session(request);
  }

  async changePassword(request: RequestWithContext, body: ChangePasswordBody): Promise<void> {
    const { caller } = request;
    if (!caller?.actor.personId) throw new DomainError('AUTH.REQUIRED');
    await this.sessions.changePassword(caller.actor.personId, caller.sessionId, body.currentPassword, body.newPassword);
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

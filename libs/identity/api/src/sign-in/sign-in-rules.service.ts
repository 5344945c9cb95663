import { Injectable } from '@nestjs/common';
import type { SignInRulesBody, SignInRulesResponse } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { MembersRepository } from '../members.repository.js';
import { PeopleRepository } from '../people.repository.js';
import { SecondFactorsRepository } from '../second-factor/second-factors.repository.js';
import { SecurityNotice } from '../security-notice.js';
import { SessionsRepository } from '../sessions.repository.js';
import { TrailService } from '../trail.service.js';
import { SignInRulesRepository } from './sign-in-rules.repository.js';

/** What a tenant asks of whoever signs in, and the administrator's help for whoever lost the second factor. */
@Injectable()
export class SignInRulesService {
  constructor(
    private readonly rules: SignInRulesRepository,
    private readonly factors: SecondFactorsRepository,
    private readonly members: MembersRepository,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly notice: SecurityNotice,
    private readonly trail: TrailService,
  ) {}

  get(ctx: Ctx): Promise<SignInRulesResponse> {
    return this.rules.read(ctx);
  }

  /**
   * Asking for a second factor holds at once: sessions without one end, and their people set one up when they sign in again.
   * @throws SECOND_FACTOR.OWN_FIRST when whoever asks has none
   */
  async set(ctx: Ctx, { requireSecondFactor }: SignInRulesBody): Promise<SignInRulesResponse> {
    const before = await this.rules.read(ctx);
    if (before.requireSecondFactor === requireSecondFactor) return before;
    if (requireSecondFactor) {
      const own = ctx.actor.personId && (await this.factors.find(ctx.actor.personId, ctx.em));
      if (!own || !own.confirmedAt) throw new DomainError('SECOND_FACTOR.OWN_FIRST');
    }
    await this.rules.set(ctx, requireSecondFactor);
    if (requireSecondFactor) await this.rules.endWeakSessions(ctx);
    await this.trail.record(ctx, {
      action: 'sign_in.rules',
      objectType: 'tenant',
      objectId: ctx.tenantId,
      before: { requireSecondFactor: before.requireSecondFactor },
      after: { requireSecondFactor },
    });
    return this.rules.read(ctx);
  }

  /**
   * Takes a member's lost factor away; the next sign-in sets up another where it is asked for. Only for somebody who belongs
   * to this tenant alone: the others trust the factor too. @throws SECOND_FACTOR.ELSEWHERE
   */
  async reset(ctx: Ctx, memberId: string): Promise<void> {
    const member = await this.members.find(ctx, memberId);
    if (!member) throw new DomainError('NOT_FOUND');
    const person = await this.people.findById(member.personId, ctx.em);
    if (!person || person.isOperator || (await this.sessions.membershipsOf(member.personId)) > 1)
      throw new DomainError('SECOND_FACTOR.ELSEWHERE');
    if (!(await this.factors.find(member.personId, ctx.em))) throw new DomainError('SECOND_FACTOR.NOT_BEGUN');
    await this.factors.remove(ctx.em, member.personId);
    await this.sessions.removeAll(member.personId, ctx.em);
    await this.notice.send(person, 'second_factor.reset', ctx.ip, ctx.actor);
  }
}

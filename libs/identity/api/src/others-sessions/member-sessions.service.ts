import { Injectable } from '@nestjs/common';
import type { MemberSessionResponse } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { type MemberRow, MembersRepository } from '../members.repository.js';
import { presentSignIn } from '../session.presenter.js';
import { SessionsRepository } from '../sessions.repository.js';
import { TrailService } from '../trail.service.js';

/**
 * A member's sessions as far as they concern this tenant: those that work in it now. Where else the person works, and
 * from where, is not this tenant's to know.
 */
@Injectable()
export class MemberSessionsService {
  constructor(
    private readonly members: MembersRepository,
    private readonly sessions: SessionsRepository,
    private readonly trail: TrailService,
  ) {}

  async list(ctx: Ctx, memberId: string): Promise<MemberSessionResponse[]> {
    const { personId } = await this.member(ctx, memberId);
    return (await this.sessions.liveIn(ctx, personId)).map(presentSignIn);
  }

  /**
   * Ends those, and lets none that was begun before in any more: one that works in another tenant goes on there, and comes
   * here only by a new sign-in. @throws MEMBER.OWN_SESSIONS
   */
  async end(ctx: Ctx, memberId: string): Promise<void> {
    const { personId } = await this.member(ctx, memberId);
    if (personId === ctx.actor.personId) throw new DomainError('MEMBER.OWN_SESSIONS');
    const sessions = await this.sessions.endIn(ctx, { personId, memberId });
    await this.trail.record(ctx, {
      ...{ action: 'member.sign_out', objectType: 'member', objectId: memberId },
      after: { sessions },
    });
  }

  private async member(ctx: Ctx, id: string): Promise<MemberRow> {
    const member = await this.members.find(ctx, id);
    if (!member) throw new DomainError('NOT_FOUND');
    return member;
  }
}

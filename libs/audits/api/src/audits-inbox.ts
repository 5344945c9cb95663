import { Injectable } from '@nestjs/common';
import type { AssignmentResponse, AuditSummary } from '@wheelhouse/contracts';
import { can, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { findingsOf, type Improvement, whatWouldHelpMost } from '@wheelhouse/scoring-domain';
import { StandardsFacade, type StandardVersionView } from '@wheelhouse/standards-api';
import { AssignmentsService } from './assignments.service.js';
import { AuditListsRepository } from './audit-lists.repository.js';
import { AuditSummaries } from './audit-summaries.js';
import { AuditsRepository } from './audits.repository.js';
import { AuditsService } from './audits.service.js';

/** One kind of thing that waits, with whether more of it waits than `items` holds. */
export interface Inbox<T> {
  items: T[];
  more: boolean;
}

/** What waits for the actor of `ctx` among assignments and audits: the actor's own rights decide, as in the lists. */
@Injectable()
export class AuditsInbox {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly audits: AuditsService,
    private readonly documents: AuditsRepository,
    private readonly lists: AuditListsRepository,
    private readonly summaries: AuditSummaries,
    private readonly standards: StandardsFacade,
  ) {}

  /** Assigned to me, or open to anybody like me; the soonest end first, those that open later too. */
  async toDo(ctx: Ctx, limit: number): Promise<Inbox<AssignmentResponse>> {
    const { items, nextCursor } = await this.assignments.list(ctx, { mine: true, limit });
    return { items, more: nextCursor !== null };
  }

  /** The same that were missed, their window ending on `since` or later, newest first. */
  async missed(ctx: Ctx, since: LocalDate, limit: number): Promise<AssignmentResponse[]> {
    return (await this.assignments.missedSince(ctx, since, limit)).reverse();
  }

  /** Begun and not handed in. */
  async drafts(ctx: Ctx, limit: number): Promise<Inbox<AuditSummary>> {
    const rows = await this.lists.list(ctx, await this.audits.visibility(ctx), { status: 'draft', limit });
    return { items: await this.summaries.of(ctx, rows.slice(0, limit)), more: rows.length > limit };
  }

  /** Handed in and waiting for the actor's decision. */
  async reviews(ctx: Ctx, limit: number): Promise<Inbox<AuditSummary>> {
    if (!can(ctx.actor, 'audit.review', WHOLE_TENANT)) return { items: [], more: false };
    const rows = await this.lists.list(ctx, await this.audits.visibility(ctx), { undecided: true, limit });
    return { items: await this.summaries.of(ctx, rows.slice(0, limit)), more: rows.length > limit };
  }

  /** The newest published audits of each of these outlets. */
  async lastResults(ctx: Ctx, outletIds: readonly string[], each: number): Promise<AuditSummary[]> {
    return outletIds.length === 0 ? [] : this.summaries.of(ctx, await this.lists.lastPublished(ctx, outletIds, each));
  }

  /** What would have raised a handed-in audit's score most, with the standard that it was done on; null without findings. */
  async help(
    ctx: Ctx,
    auditId: string,
    count: number,
  ): Promise<{ standard: StandardVersionView; repairs: Improvement[] } | null> {
    const audit = await this.documents.find(ctx, auditId);
    if (!audit || audit.score === null) return null;
    const standard = await this.standards.version(ctx, audit.standardVersionId);
    if (findingsOf(standard.body, audit.answers).length === 0) return null;
    return { standard, repairs: whatWouldHelpMost(standard.body, audit.answers, count) };
  }
}

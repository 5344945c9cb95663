import { Injectable } from '@nestjs/common';
import {
  type AssignmentResponse,
  AUDIT_KINDS,
  type ListAssignmentsQuery,
  type Page,
  SUBMIT_PERMISSION,
} from '@wheelhouse/contracts';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { can, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, type LocalDate, localDateIn } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import { type Ctx, pageOf } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { assignmentRights, seesAssignment } from './assignment.policy.js';
import { type AssignmentFilter, AssignmentsRepository, type AssignmentVisibility } from './assignments.repository.js';
import { standardNames } from './audit-summaries.js';
import type { AssignmentRow } from './audit.rows.js';
import { readMark } from './audits.service.js';

const DEFAULT_LIMIT = 50;

/** Reading assignments, as far as the actor may. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly org: OrgFacade,
    private readonly identity: IdentityFacade,
    private readonly standards: StandardsFacade,
  ) {}

  /** `NOT_FOUND` for whom it does not exist. */
  async get(ctx: Ctx, id: string): Promise<AssignmentResponse> {
    const row = await this.assignments.find(ctx, id);
    const [response] = row ? await this.present(ctx, [row]) : [];
    if (!response) throw new DomainError('NOT_FOUND');
    return response;
  }

  /** With `mine` what waits for the actor, soonest end first; else everything visible, newest end first. */
  async list(ctx: Ctx, query: ListAssignmentsQuery): Promise<Page<AssignmentResponse>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const visibility = await this.visibility(ctx);
    const rows = await this.assignments.list(ctx, visibility, {
      ...{ status: query.status, kind: query.kind, outletId: query.outletId, waveId: query.waveId },
      ...{ from: query.from, to: query.to },
      ...(query.orgUnitId ? { outlets: await this.org.outletIdsBelow(ctx, query.orgUnitId) } : {}),
      ...(query.changedSince ? { changedSince: new Date(query.changedSince) } : {}),
      ...(query.q ? { named: await this.named(ctx, query.q) } : {}),
      limit,
      ...(query.mine ? { waitingFor: await this.forMe(ctx) } : {}),
      ...(query.cursor ? { after: readMark(query.cursor) } : {}),
    });
    const page = pageOf(rows, limit, (row) => [row.windowTo, row.id]);
    return { items: await this.present(ctx, page.items), nextCursor: page.nextCursor };
  }

  /** What was the actor's to do and was missed, its window ending on `since` or later; the oldest end first. */
  async missedSince(ctx: Ctx, since: LocalDate, limit: number): Promise<AssignmentResponse[]> {
    const filter = { status: 'missed' as const, endsFrom: since, waitingFor: await this.forMe(ctx), limit };
    const rows = await this.assignments.list(ctx, await this.visibility(ctx), filter);
    return this.present(ctx, rows.slice(-limit));
  }

  /** Whoever may see an assignment is told whose it is, so a name tells nothing more. */
  private async named(ctx: Ctx, q: string): Promise<AssignmentFilter['named']> {
    const outletIds = await this.org.outletIdsNamed(ctx, q);
    return { outletIds, memberIds: await this.identity.memberIdsNamed(ctx, q) };
  }

  private async visibility(ctx: Ctx): Promise<AssignmentVisibility> {
    return {
      memberId: ctx.actor.memberId,
      shops: can(ctx.actor, 'wave.manage', WHOLE_TENANT),
      outlets: await this.org.outletIdsInScope(ctx, 'assignment.read'),
    };
  }

  private async forMe(ctx: Ctx): Promise<AssignmentFilter['waitingFor']> {
    return { memberId: ctx.actor.memberId, anybody: await this.openToMe(ctx) };
  }

  private async openToMe(ctx: Ctx): Promise<{ kind: string; outlets: 'all' | string[] }[]> {
    const kinds = AUDIT_KINDS.filter((kind) => kind !== 'mystery_shop');
    return Promise.all(
      kinds.map(async (kind) => ({ kind, outlets: await this.org.outletIdsInScope(ctx, SUBMIT_PERMISSION[kind]) })),
    );
  }

  private async present(ctx: Ctx, rows: AssignmentRow[]): Promise<AssignmentResponse[]> {
    const outlets = await this.org.outlets(
      ctx,
      rows.map((row) => row.outletId),
    );
    const names = await standardNames(
      this.standards,
      ctx,
      rows.map((row) => row.standardVersionId),
    );
    const seen = rows.flatMap((row) => {
      const outlet = outlets.get(row.outletId);
      return outlet && seesAssignment(ctx.actor, row, this.org.outletPlace(outlet)) ? [{ row, outlet }] : [];
    });
    const people = await this.identity.memberNames(
      ctx,
      seen.flatMap(({ row }) => row.assigneeMemberId ?? []),
    );
    return seen.map(({ row, outlet }): AssignmentResponse => {
      const rights = assignmentRights(
        ctx.actor,
        row,
        this.org.outletPlace(outlet),
        localDateIn(ctx.now, outlet.timeZone),
      );
      return {
        id: row.id,
        kind: row.kind,
        outlet: { id: outlet.id, code: outlet.code, name: outlet.name, city: outlet.city },
        standardVersionId: row.standardVersionId,
        standardName: names.get(row.standardVersionId) ?? { en: '', zh: '' },
        assignee: row.assigneeMemberId
          ? { memberId: row.assigneeMemberId, name: people.get(row.assigneeMemberId) ?? '' }
          : null,
        waveId: row.waveId,
        scenario: row.scenario,
        windowFrom: row.windowFrom,
        windowTo: row.windowTo,
        status: rights.status,
        auditId: row.auditId,
        can: { start: rights.start, cancel: rights.cancel },
      };
    });
  }
}

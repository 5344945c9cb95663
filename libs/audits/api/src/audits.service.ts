import { Injectable } from '@nestjs/common';
import {
  AUDIT_KINDS,
  type AuditFilter,
  type AuditResponse,
  type AuditSummary,
  type ListAuditsQuery,
  type Page,
  SUBMIT_PERMISSION,
} from '@wheelhouse/contracts';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { authorize, can, carries, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, isLocalDate, isUuid } from '@wheelhouse/kernel';
import { OrgFacade, type OutletView } from '@wheelhouse/org-api';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import { findingsOf, scoreAudit } from '@wheelhouse/scoring-domain';
import { StandardsFacade } from '@wheelhouse/standards-api';
import {
  type AuditFilter as ListedAudits,
  AuditListsRepository,
  type AuditMark,
  type AuditVisibility,
} from './audit-lists.repository.js';
import { type AuditRights, auditRights } from './audit.policy.js';
import { auditOf } from './audit.presenter.js';
import type { AuditDocument } from './audit.rows.js';
import { AuditSummaries } from './audit-summaries.js';
import { AuditsRepository } from './audits.repository.js';
import { NO_REPEATS, SurroundingsRepository } from './surroundings.repository.js';

const DEFAULT_LIMIT = 50;

/** An audit with where it was and what the actor may see of it. */
export interface ReadableAudit {
  audit: AuditDocument;
  outlet: OutletView;
  rights: AuditRights;
}

/** Reading audits, as far as the actor may. */
@Injectable()
export class AuditsService {
  constructor(
    private readonly audits: AuditsRepository,
    private readonly lists: AuditListsRepository,
    private readonly around: SurroundingsRepository,
    private readonly summaries: AuditSummaries,
    private readonly org: OrgFacade,
    private readonly identity: IdentityFacade,
    private readonly standards: StandardsFacade,
  ) {}

  /** One audit with its form. `NOT_FOUND` for whom it does not exist. */
  async get(ctx: Ctx, id: string): Promise<AuditResponse> {
    const { audit, outlet, rights } = await this.readable(ctx, id);
    const standard = await this.standards.version(ctx, audit.standardVersionId);
    const findings = findingsOf(standard.body, audit.answers);
    const names = rights.auditor
      ? await this.identity.memberNames(ctx, [audit.auditorMemberId])
      : new Map<string, string>();
    return auditOf({
      audit,
      outlet,
      standard,
      rights,
      auditorName: names.get(audit.auditorMemberId) ?? null,
      scenario: audit.waveId ? await this.audits.scenario(ctx, audit.waveId) : null,
      result: audit.result ?? scoreAudit(standard.body, audit.answers),
      findings,
      failedBefore: rights.surroundings
        ? await this.around.failedBefore(
            ctx,
            audit,
            standard.standardId,
            findings.map((f) => f.itemId),
          )
        : NO_REPEATS,
    });
  }

  /** An audit that the actor may see, with what they may see of it. `NOT_FOUND` for whom it does not exist. */
  async readable(ctx: Ctx, id: string): Promise<ReadableAudit> {
    const audit = await this.audits.find(ctx, id);
    if (!audit) throw new DomainError('NOT_FOUND');
    const outlet = await this.org.outlet(ctx, audit.outletId);
    const place = this.org.outletPlace(outlet);
    const rights = auditRights(ctx.actor, audit, place);
    if (!rights) {
      const secret = audit.status === 'draft' || audit.kind === 'mystery_shop';
      if (!secret) authorize(ctx.actor, 'audit.read', place);
      throw new DomainError('NOT_FOUND');
    }
    return { audit, outlet, rights };
  }

  /** Newest visit first unless another order is asked for. */
  async list(ctx: Ctx, query: ListAuditsQuery): Promise<Page<AuditSummary>> {
    const { sort, direction, cursor, limit = DEFAULT_LIMIT } = query;
    const rows = await this.lists.list(ctx, await this.visibility(ctx), {
      ...(await this.filterOf(ctx, query)),
      ...{ sort, direction, limit },
      ...(cursor ? { after: sort === 'score' ? readScoreMark(cursor) : readMark(cursor) } : {}),
    });
    const page = pageOf(rows, limit, (row) => [row.mark, row.id]);
    return { items: await this.summaries.of(ctx, page.items), nextCursor: page.nextCursor };
  }

  /** What was asked for, as the lists of audits read it. */
  async filterOf(ctx: Ctx, query: AuditFilter): Promise<ListedAudits> {
    const { q, outletId, orgUnitId, kind, status, from, to, changedSince, mine } = query;
    return {
      ...{ outletId, kind, status, from, to },
      ...(changedSince ? { changedSince: new Date(changedSince) } : {}),
      ...(orgUnitId ? { outlets: await this.org.outletIdsBelow(ctx, orgUnitId) } : {}),
      ...(mine ? { auditorMemberId: ctx.actor.memberId } : {}),
      ...(q
        ? {
            named: {
              outletIds: await this.org.outletIdsNamed(ctx, q),
              memberIds: await this.identity.memberIdsNamed(ctx, q),
              shoppers: can(ctx.actor, 'wave.manage', WHOLE_TENANT),
            },
          }
        : {}),
    };
  }

  /** Which audits the actor sees in a list. */
  async visibility(ctx: Ctx): Promise<AuditVisibility> {
    return {
      memberId: ctx.actor.memberId,
      ownKinds: AUDIT_KINDS.filter((kind) => carries(ctx.actor, SUBMIT_PERMISSION[kind])),
      reads: await this.org.outletIdsInScope(ctx, 'audit.read'),
      reviews: can(ctx.actor, 'audit.review', WHOLE_TENANT),
      selfChecks: await this.org.outletIdsInScope(ctx, 'self_check.submit'),
    };
  }
}

/** The mark of a page: a day and an id. */
export function readMark(cursor: string): [string, string] {
  const [day, id] = decodeCursor(cursor, 2);
  if (isLocalDate(day) && isUuid(id)) return [day, id];
  return refuseCursor();
}

function readScoreMark(cursor: string): AuditMark {
  const [score, id] = decodeCursor(cursor, 2);
  if (typeof score === 'number' && isUuid(id)) return [score, id];
  return refuseCursor();
}

function refuseCursor(): never {
  throw new DomainError('REQUEST.CURSOR', {}, [
    { field: 'cursor', code: 'FIELD.FORMAT', params: { expected: 'cursor' } },
  ]);
}

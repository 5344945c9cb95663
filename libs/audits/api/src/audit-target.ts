import { Injectable } from '@nestjs/common';
import { assignmentAfter, type AssignmentEvent, assignmentStatusOn, visitDateProblem } from '@wheelhouse/audits-domain';
import { type AuditKind, SUBMIT_PERMISSION, type SubmitAuditBody } from '@wheelhouse/contracts';
import { authorize, type Place } from '@wheelhouse/identity-domain';
import { DomainError, type FieldProblem, type LocalDate, localDateIn } from '@wheelhouse/kernel';
import { OrgFacade, type OutletView } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade, type StandardVersionView } from '@wheelhouse/standards-api';
import { authorizeAssignee } from './assignment.policy.js';
import { mayWorkOn } from './audit.policy.js';
import type { AssignmentRow, AuditRow } from './audit.rows.js';
import { AssignmentsRepository } from './assignments.repository.js';

/** What an audit is about: the kind, the outlet, the version, and the assignment that asked for it. */
export interface AuditTarget {
  kind: AuditKind;
  outlet: OutletView;
  place: Place;
  standard: StandardVersionView;
  assignment: AssignmentRow | null;
}

/** The part of an envelope that names the target. */
export type TargetBody = Pick<SubmitAuditBody, 'assignmentId' | 'kind' | 'outletId' | 'standardVersionId'>;

/** Finds what an audit is about and whether the actor may do it there, now. */
@Injectable()
export class AuditTargets {
  constructor(
    private readonly org: OrgFacade,
    private readonly standards: StandardsFacade,
    private readonly assignments: AssignmentsRepository,
  ) {}

  /** The target of an audit that does not exist yet. Locks its assignment. */
  async ofNew(ctx: Ctx, body: TargetBody): Promise<AuditTarget> {
    if (!body.assignmentId) return this.withoutAssignment(ctx, body);
    const assignment = await this.assignments.lock(ctx, body.assignmentId);
    if (!assignment) throw new DomainError('NOT_FOUND');
    const { outlet, place } = await this.placeOf(ctx, assignment.outletId);
    authorizeAssignee(ctx.actor, assignment, place);
    refuseOther(body, assignment);
    const standard = await this.frozenStandard(ctx, assignment.standardVersionId, assignment.kind);
    return { kind: assignment.kind, outlet, place, standard, assignment };
  }

  /** The target of a draft, which the envelope can only repeat. Locks its assignment. `NOT_FOUND` for whom it is not. */
  async ofDraft(ctx: Ctx, draft: AuditRow, body: TargetBody): Promise<AuditTarget> {
    const { outlet, place } = await this.placeOf(ctx, draft.outletId);
    if (!mayWorkOn(ctx.actor, draft, place)) throw new DomainError('NOT_FOUND');
    refuseOther(body, { ...draft, id: draft.assignmentId });
    const assignment = draft.assignmentId ? await this.assignments.lock(ctx, draft.assignmentId) : null;
    const standard = await this.frozenStandard(ctx, draft.standardVersionId, draft.kind);
    return { kind: draft.kind, outlet, place, standard, assignment };
  }

  /** Refuses a visit on a day on which it cannot have been, or an assignment that takes no `event` today. */
  checkVisit(
    ctx: Ctx,
    auditId: string,
    { outlet, assignment }: AuditTarget,
    visitDate: LocalDate,
    event: AssignmentEvent,
  ): void {
    const today = localDateIn(ctx.now, outlet.timeZone);
    if (assignment) {
      const status = assignmentStatusOn(today, assignment);
      const otherAudit = assignment.auditId !== null && assignment.auditId !== auditId;
      if (otherAudit || assignmentAfter(status, event) === null) throw new DomainError('ASSIGNMENT.CLOSED', { status });
      if (today < assignment.windowFrom) throw new DomainError('ASSIGNMENT.NOT_YET', { from: assignment.windowFrom });
    }
    const problem = visitDateProblem(visitDate, today, outlet);
    if (problem?.code === 'AUDIT.VISIT_DATE') {
      const range: FieldProblem = {
        field: 'visitDate',
        code: 'FIELD.RANGE',
        params: { min: problem.earliest, max: today },
      };
      throw new DomainError(problem.code, { earliest: problem.earliest }, [range]);
    }
    if (problem) throw new DomainError(problem.code, {}, [{ field: 'outletId', code: 'FIELD.NOT_FOUND' }]);
    if (assignment && (visitDate < assignment.windowFrom || visitDate > assignment.windowTo)) {
      const { windowFrom: min, windowTo: max } = assignment;
      throw new DomainError('REQUEST.INVALID', {}, [{ field: 'visitDate', code: 'FIELD.RANGE', params: { min, max } }]);
    }
  }

  private async withoutAssignment(ctx: Ctx, body: TargetBody): Promise<AuditTarget> {
    const { kind, outletId, standardVersionId } = body;
    if (kind === 'mystery_shop') throw missing('assignmentId');
    if (!kind || !outletId || !standardVersionId) {
      throw missing(...(['kind', 'outletId', 'standardVersionId'] as const).filter((field) => !body[field]));
    }
    const { outlet, place } = await this.placeOf(ctx, outletId);
    authorize(ctx.actor, SUBMIT_PERMISSION[kind], place, 'org.read');
    const standard = await this.standards.published(ctx, standardVersionId);
    refuseWrongStandard(standard, kind);
    return { kind, outlet, place, standard, assignment: null };
  }

  /** A version that an assignment or a draft is bound to: it may have been retired since. */
  private async frozenStandard(ctx: Ctx, id: string, kind: AuditKind): Promise<StandardVersionView> {
    const standard = await this.standards.version(ctx, id);
    if (standard.status === 'draft') throw new DomainError('STANDARD.NOT_PUBLISHED');
    refuseWrongStandard(standard, kind);
    return standard;
  }

  private async placeOf(ctx: Ctx, outletId: string): Promise<{ outlet: OutletView; place: Place }> {
    const outlet = await this.org.outlet(ctx, outletId);
    return { outlet, place: this.org.outletPlace(outlet) };
  }
}

/** A mystery shop needs a mystery-shop standard, and nothing else may use one. */
export function refuseWrongStandard(standard: StandardVersionView, kind: AuditKind): void {
  if ((standard.kind === 'mystery_shop') !== (kind === 'mystery_shop')) {
    throw new DomainError('AUDIT.WRONG_STANDARD', {}, [{ field: 'standardVersionId', code: 'FIELD.NOT_FOUND' }]);
  }
}

const missing = (...fields: string[]) =>
  new DomainError(
    'REQUEST.INVALID',
    {},
    fields.map((field) => ({ field, code: 'FIELD.REQUIRED' })),
  );

/** What the envelope names beside its assignment or draft must agree with it. */
function refuseOther(
  body: TargetBody,
  fixed: { id: string | null; kind: AuditKind; outletId: string; standardVersionId: string },
): void {
  const given = {
    assignmentId: [body.assignmentId, fixed.id],
    kind: [body.kind, fixed.kind],
    outletId: [body.outletId, fixed.outletId],
    standardVersionId: [body.standardVersionId, fixed.standardVersionId],
  };
  const problems = Object.entries(given)
    .filter(([, [value, expected]]) => value !== undefined && value !== expected)
    .map(([field, [, expected]]): FieldProblem => ({
      field,
      code: 'FIELD.ENUM',
      params: { allowed: expected ?? '-' },
    }));
  if (problems.length > 0) throw new DomainError('REQUEST.INVALID', {}, problems);
}

import { type Actor, SUBMIT_PERMISSION } from '@wheelhouse/contracts';
import { can, carries, holds, type Place, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { isPublic } from '@wheelhouse/audits-domain';
import type { AuditRow } from './audit.rows.js';

/** What an actor may see of one audit and do with it. */
export interface AuditRights {
  own: boolean;
  /** Fill in and submit it. */
  work: boolean;
  discard: boolean;
  review: boolean;
  /** Score, result and findings; a shopper learns only the status of a shop that was handed in. */
  outcome: boolean;
  /** What else is known of the outlet: its previous audit, its peers. */
  surroundings: boolean;
  /** Who did it: of a mystery shop only who runs the waves may know. */
  auditor: boolean;
}

/**
 * The rights of `actor` on an audit at `place`; null when it does not exist for them. Drafts are for those who work on
 * them, shops under embargo for quality control and their shopper, everything published for its readers.
 */
export function auditRights(actor: Actor, audit: AuditRow, place: Place): AuditRights | null {
  const mine = actor.memberId !== null && audit.auditorMemberId === actor.memberId;
  const own = isOwn(actor, audit);
  const shop = audit.kind === 'mystery_shop';
  const reads = can(actor, 'audit.read', place);
  const auditor = own || !shop || can(actor, 'wave.manage', WHOLE_TENANT);
  if (audit.status === 'draft') {
    const work = mayWorkOn(actor, audit, place);
    return work
      ? {
          own,
          work,
          discard: own && audit.review === null,
          review: false,
          outcome: true,
          surroundings: reads && !shop,
          auditor,
        }
      : null;
  }
  const reviews = can(actor, 'audit.review', place);
  const review = reviews && !mine && audit.status === 'in_review' && audit.review?.decision !== 'approved';
  const reader = shop && !isPublic(audit.status) ? reviews : reads;
  if (!reader && !own) return null;
  return { own, work: false, discard: false, review, outcome: reader || !shop, surroundings: reader, auditor };
}

/** Whether the actor did it, and came with what reaches audits of that kind: a token may carry less than its owner may. */
export function isOwn(actor: Actor, { kind, auditorMemberId }: Pick<AuditRow, 'kind' | 'auditorMemberId'>): boolean {
  return actor.memberId !== null && auditorMemberId === actor.memberId && carries(actor, SUBMIT_PERMISSION[kind]);
}

/** A self-check's draft belongs to the outlet, any other to who began it. A shopper's role reaches no place. */
export function mayWorkOn(actor: Actor, draft: Pick<AuditRow, 'kind' | 'auditorMemberId'>, place: Place): boolean {
  const own = isOwn(actor, draft);
  if (draft.kind === 'mystery_shop') return own && holds(actor, 'mystery_shop.submit');
  return (own || draft.kind === 'self_check') && can(actor, SUBMIT_PERMISSION[draft.kind], place);
}

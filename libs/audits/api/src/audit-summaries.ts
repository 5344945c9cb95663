import { Injectable } from '@nestjs/common';
import type { AuditSummary } from '@wheelhouse/contracts';
import { IdentityFacade } from '@wheelhouse/identity-api';
import type { LocalizedText } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { auditRights } from './audit.policy.js';
import { summaryOf } from './audit.presenter.js';
import type { AuditRow } from './audit.rows.js';

/** Names by id of standard versions, each looked up once. */
export async function standardNames(
  standards: StandardsFacade,
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, LocalizedText>> {
  const names = new Map<string, LocalizedText>();
  for (const id of new Set(ids)) names.set(id, (await standards.version(ctx, id)).name);
  return names;
}

/** Makes lines of lists, with a handful of reads for a whole page. What the actor may not see falls out. */
@Injectable()
export class AuditSummaries {
  constructor(
    private readonly org: OrgFacade,
    private readonly identity: IdentityFacade,
    private readonly standards: StandardsFacade,
  ) {}

  async of(ctx: Ctx, rows: readonly AuditRow[]): Promise<AuditSummary[]> {
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
      const rights = outlet && auditRights(ctx.actor, row, this.org.outletPlace(outlet));
      return outlet && rights ? [{ row, outlet, rights }] : [];
    });
    const known = seen.filter(({ rights }) => rights.auditor).map(({ row }) => row.auditorMemberId);
    const people = await this.identity.memberNames(ctx, known);
    return seen.map(({ row, outlet, rights }) =>
      summaryOf(
        row,
        outlet,
        names.get(row.standardVersionId) ?? { en: '', zh: '' },
        rights,
        people.get(row.auditorMemberId) ?? null,
      ),
    );
  }
}

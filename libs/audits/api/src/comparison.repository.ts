import { Injectable } from '@nestjs/common';
import { type AuditComparisonResponse, COMPARISON_WEEKS } from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';
import type { OutletView } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import type { AuditDocument } from './audit.rows.js';

/** Audits that are shown as the score's history, this one among them. */
const HISTORY = 13;

/** Means over the other outlets of a peer group. */
export interface PeerMeans {
  outlets: number;
  audits: number;
  score: number | null;
  sections: { id: string; mean: number; outlets: number }[];
}

/** What an audit is held against: only published audits of the same kind and standard, so never what is under embargo. */
@Injectable()
export class ComparisonRepository {
  /** The newest published audits here up to this one, oldest first, this one left out. */
  async before(ctx: Ctx, audit: AuditDocument, standardId: string): Promise<AuditComparisonResponse['history']> {
    const rows: AuditComparisonResponse['history'] = await ctx.em.query(
      `SELECT a.id, a.visit_date::text AS "visitDate", a.score, a.grade
       FROM audits a JOIN standard_versions v ON v.tenant_id = a.tenant_id AND v.id = a.standard_version_id
       WHERE a.tenant_id = $1 AND a.outlet_id = $2 AND a.kind = $3 AND v.standard_id = $4 AND a.status IN ('published', 'final')
         AND a.visit_date <= $5::date AND (a.visit_date, a.id) < ($5::date, $6::uuid)
       ORDER BY a.visit_date DESC, a.id DESC LIMIT ${HISTORY - 1}`,
      [ctx.tenantId, audit.outletId, audit.kind, standardId, audit.visitDate, audit.id],
    );
    return rows.reverse();
  }

  /** The section scores of one audit. */
  sections(ctx: Ctx, auditId: string): Promise<{ id: string; score: number | null }[]> {
    return ctx.em.query(
      `SELECT section_id AS id, score FROM section_scores WHERE tenant_id = $1 AND audit_id = $2 ORDER BY section_id`,
      [ctx.tenantId, auditId],
    );
  }

  /**
   * The other outlets of the peer group over the 13 weeks up to the visit. Each outlet counts once, with the mean of its
   * audits, however often it was audited.
   */
  async peers(ctx: Ctx, audit: AuditDocument, outlet: OutletView, standardId: string): Promise<PeerMeans> {
    const rows: { id: string | null; mean: number | null; outlets: number; audits: number }[] = await ctx.em.query(
      `WITH a AS (
         SELECT a.id, a.outlet_id, a.score FROM audits a
           JOIN outlets o ON o.tenant_id = a.tenant_id AND o.id = a.outlet_id
           JOIN standard_versions v ON v.tenant_id = a.tenant_id AND v.id = a.standard_version_id
         WHERE a.tenant_id = $1 AND o.peer_group_id = $2 AND a.outlet_id <> $3 AND a.kind = $4 AND v.standard_id = $5
           AND a.status IN ('published', 'final') AND a.score IS NOT NULL AND a.visit_date BETWEEN $6 AND $7),
       by_outlet AS (
         SELECT NULL AS id, outlet_id, avg(score) AS score, count(*) AS n FROM a GROUP BY outlet_id
         UNION ALL
         SELECT s.section_id, a.outlet_id, avg(s.score), count(*) FROM a
           JOIN section_scores s ON s.tenant_id = $1 AND s.audit_id = a.id AND s.score IS NOT NULL GROUP BY 1, 2)
       SELECT id, avg(score) AS mean, count(*)::int AS outlets, sum(n)::int AS audits FROM by_outlet GROUP BY id ORDER BY id`,
      [
        ctx.tenantId,
        outlet.peerGroupId,
        audit.outletId,
        audit.kind,
        standardId,
        addDays(audit.visitDate, 1 - 7 * COMPARISON_WEEKS),
        audit.visitDate,
      ],
    );
    const whole = rows.find(({ id }) => id === null);
    return {
      outlets: whole?.outlets ?? 0,
      audits: whole?.audits ?? 0,
      score: whole?.mean ?? null,
      sections: rows.flatMap(({ id, mean, outlets }) => (id === null || mean === null ? [] : [{ id, mean, outlets }])),
    };
  }
}

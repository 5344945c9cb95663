import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { AuditFilter, AuditSummary } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { csvHead, csvLines, type CsvColumns } from '@wheelhouse/kernel';
import { type Ctx, TenantTransactions } from '@wheelhouse/platform-db';
import {
  type AuditFilter as ListedAudits,
  AuditListsRepository,
  type AuditMark,
  type AuditVisibility,
} from './audit-lists.repository.js';
import { AuditSummaries } from './audit-summaries.js';
import { AuditsService } from './audits.service.js';

/** Rows that are read, and held in memory, at a time. */
const PAGE = 500;

const COLUMNS: CsvColumns<AuditSummary> = {
  audit_id: (row) => row.id,
  kind: (row) => row.kind,
  status: (row) => row.status,
  visit_date: (row) => row.visitDate,
  outlet_id: (row) => row.outlet.id,
  outlet_code: (row) => row.outlet.code,
  outlet_name_en: (row) => row.outlet.name.en,
  outlet_name_zh: (row) => row.outlet.name.zh,
  standard_version_id: (row) => row.standardVersionId,
  standard_name_en: (row) => row.standardName.en,
  standard_name_zh: (row) => row.standardName.zh,
  auditor: (row) => row.auditor?.name ?? null,
  score: (row) => (row.score === null ? null : Number(row.score.toFixed(4))),
  grade: (row) => row.grade,
  findings: (row) => row.findings,
  red_lines: (row) => row.redLines,
  submitted_at: (row) => row.submittedAt,
  published_at: (row) => row.publishedAt,
};

/**
 * The audits that a filter leaves, as CSV, newest visit first. The file is written while it is read, a page in a short
 * transaction of its own, so that a slow reader holds no connection and length costs no memory. When a page fails the
 * connection breaks, and no browser takes the file for whole.
 */
@Injectable()
export class ExportAuditsQuery {
  constructor(
    private readonly audits: AuditsService,
    private readonly lists: AuditListsRepository,
    private readonly summaries: AuditSummaries,
    private readonly trail: TrailService,
    private readonly transactions: TenantTransactions,
  ) {}

  /** The export is written to the trail before its first line leaves. */
  async run(ctx: Ctx, query: AuditFilter): Promise<Readable> {
    const visibility = await this.audits.visibility(ctx);
    const filter = await this.audits.filterOf(ctx, query);
    const rows = await this.lists.count(ctx, visibility, filter);
    const after = { rows, filter: { ...query } };
    await this.trail.record(ctx, { action: 'audit.export', objectType: 'audit', objectId: null, after });
    return Readable.from(this.pieces(ctx, visibility, filter));
  }

  private async *pieces(ctx: Ctx, visibility: AuditVisibility, filter: ListedAudits): AsyncGenerator<string> {
    yield csvHead(COLUMNS);
    let after: AuditMark | undefined;
    do {
      const from = after;
      const scope = { tenantId: ctx.tenantId, personId: ctx.actor.personId };
      const page = await this.transactions.run(scope, async (em) => {
        const now = { ...ctx, em };
        const rows = await this.lists.list(now, visibility, { ...filter, limit: PAGE, after: from });
        const shown = rows.slice(0, PAGE);
        return { last: rows.length > PAGE ? shown.at(-1) : undefined, rows: await this.summaries.of(now, shown) };
      });
      after = page.last && [page.last.mark, page.last.id];
      yield csvLines(COLUMNS, page.rows);
    } while (after);
  }
}

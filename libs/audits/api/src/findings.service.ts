import { Injectable } from '@nestjs/common';
import type {
  FindingFilter,
  FindingResponse,
  FindingSort,
  FindingSummaryResponse,
  ListFindingsQuery,
  Page,
} from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError, isLocalDate, isUuid, type LocalizedText } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import { StandardsFacade, type StandardVersionView } from '@wheelhouse/standards-api';
import { csvOfFindings } from './findings-csv.js';
import { type FindingMark, type FindingQuery, type FindingRow, FindingsRepository } from './findings.repository.js';

const DEFAULT_LIMIT = 50;
const SUMMARY_ITEMS = 100;
/** Rows of one file. What is more is refused, never cut off in silence. */
export const EXPORT_MAX = 20_000;

/** Findings across audits, inside what the actor may read. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly findings: FindingsRepository,
    private readonly org: OrgFacade,
    private readonly standards: StandardsFacade,
    private readonly trail: TrailService,
  ) {}

  /** Newest visit first unless another order is asked for. */
  async list(ctx: Ctx, query: ListFindingsQuery): Promise<Page<FindingResponse>> {
    const { sort, direction, cursor, limit = DEFAULT_LIMIT, ...filter } = query;
    const order = { sort, direction, limit, after: cursor ? readMark(cursor, sort) : undefined };
    const rows = await this.findings.list(ctx, { ...(await this.queryOf(ctx, filter)), ...order });
    const page = pageOf(rows, limit, (row) => [
      sort === 'lost' ? row.pointsLost : row.visitDate,
      ...[row.auditId, row.itemId],
    ]);
    return { items: await this.present(ctx, page.items), nextCursor: page.nextCursor };
  }

  /** What fails most: by item, with how many audits asked it. */
  async summary(ctx: Ctx, filter: FindingFilter): Promise<FindingSummaryResponse> {
    const query = await this.queryOf(ctx, filter);
    const [total, ...items] = await this.findings.count(ctx, query, SUMMARY_ITEMS);
    const audits = await this.findings.audits(ctx, query);
    const versions = await this.versions(ctx, [...items, ...audits]);
    const asked = audits.flatMap(({ standardVersionId, audits: n }) => {
      const version = versions.get(standardVersionId);
      return version ? [{ n, version }] : [];
    });
    const all = total?.findings ?? 0;
    return {
      findings: all,
      outlets: total?.outlets ?? 0,
      audits: audits.reduce((sum, { audits: n }) => sum + n, 0),
      items: items.flatMap(({ standardId, itemId, standardVersionId, critical, findings, outlets }) => {
        const version = versions.get(standardVersionId);
        if (standardId === null || itemId === null || !version) return [];
        const withItem = asked.filter((one) => one.version.standardId === standardId && placeOf(one.version, itemId));
        const n = withItem.reduce((sum, one) => sum + one.n, 0);
        return [
          {
            ...{ standardId, standardName: version.name, itemId, ...wordsOf(version, itemId) },
            ...{ critical, findings, outlets, share: findings / all, audits: n },
          },
        ];
      }),
    };
  }

  /** All findings that the filter leaves, as CSV; the export is written to the trail. */
  async csv(ctx: Ctx, filter: FindingFilter): Promise<string> {
    const rows = await this.findings.list(ctx, { ...(await this.queryOf(ctx, filter)), limit: EXPORT_MAX });
    if (rows.length > EXPORT_MAX) throw new DomainError('FINDING.EXPORT_TOO_LARGE', { max: EXPORT_MAX });
    const after = { rows: rows.length, filter: { ...filter } };
    await this.trail.record(ctx, { action: 'finding.export', objectType: 'finding', objectId: null, after });
    return csvOfFindings(await this.present(ctx, rows));
  }

  private async queryOf(ctx: Ctx, { orgUnitId, q, changedSince, ...filter }: FindingFilter): Promise<FindingQuery> {
    return {
      ...filter,
      ...(changedSince ? { changedSince: new Date(changedSince) } : {}),
      scope: await this.org.outletIdsInScope(ctx, 'audit.read'),
      ...(orgUnitId ? { within: await this.org.outletIdsBelow(ctx, orgUnitId) } : {}),
      ...(q ? { named: await this.named(ctx, q) } : {}),
    };
  }

  private async named(ctx: Ctx, q: string): Promise<FindingQuery['named']> {
    const outletIds = await this.org.outletIdsNamed(ctx, q);
    return { outletIds, items: await this.standards.itemsNamed(ctx, q) };
  }

  private async versions(
    ctx: Ctx,
    rows: readonly { standardVersionId: string }[],
  ): Promise<Map<string, StandardVersionView>> {
    const found = new Map<string, StandardVersionView>();
    for (const id of new Set(rows.map((row) => row.standardVersionId)))
      found.set(id, await this.standards.version(ctx, id));
    return found;
  }

  private async present(ctx: Ctx, rows: readonly FindingRow[]): Promise<FindingResponse[]> {
    const outlets = await this.org.outlets(
      ctx,
      rows.map((row) => row.outletId),
    );
    const versions = await this.versions(ctx, rows);
    return rows.flatMap(({ outletId, ...row }) => {
      const outlet = outlets.get(outletId);
      const version = versions.get(row.standardVersionId);
      if (!outlet || !version) return [];
      return [
        {
          ...row,
          id: `${row.auditId}.${row.itemId}`,
          outlet: { id: outlet.id, code: outlet.code, name: outlet.name },
          standardName: version.name,
          ...wordsOf(version, row.itemId),
        },
      ];
    });
  }
}

function placeOf(version: StandardVersionView, itemId: string) {
  for (const section of version.body.sections) {
    const item = section.items.find(({ id }) => id === itemId);
    if (item) return { section, item };
  }
  return null;
}

/** What an item and its section are called in a version. */
function wordsOf(
  version: StandardVersionView,
  itemId: string,
): { sectionId: string; sectionName: LocalizedText; itemText: LocalizedText } {
  const place = placeOf(version, itemId);
  const text = (of: LocalizedText | undefined): LocalizedText => ({ en: of?.en ?? itemId, zh: of?.zh ?? itemId });
  return {
    sectionId: place?.section.id ?? '',
    sectionName: text(place?.section),
    itemText: text(place?.item),
  };
}

/** The mark of a page of findings: a day or points, an audit and an item. */
function readMark(cursor: string, sort: FindingSort | undefined): FindingMark {
  const [value, auditId, itemId] = decodeCursor(cursor, 3);
  const fits = sort === 'lost' ? typeof value === 'number' : isLocalDate(value);
  if (fits && isUuid(auditId) && typeof itemId === 'string') return [value as string | number, auditId, itemId];
  throw new DomainError('REQUEST.CURSOR', {}, [
    { field: 'cursor', code: 'FIELD.FORMAT', params: { expected: 'cursor' } },
  ]);
}

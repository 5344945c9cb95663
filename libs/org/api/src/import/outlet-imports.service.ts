import { Injectable } from '@nestjs/common';
import {
  type ImportFormat,
  type OutletImportResponse,
  type OutletImportRows,
  outletColumnLabel,
  type Page,
  REMARK_COLUMNS,
} from '@wheelhouse/contracts';
import { IdentityFacade, PlanLimitsService, TasksService, TrailService } from '@wheelhouse/identity-api';
import { can, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, localize, newId } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { csvOf } from '../export/csv-file.js';
import { ApplyImportCommand } from './apply-import.command.js';
import type { ApplyImportDto, ListImportRowsDto, ListImportsDto } from './outlet-imports.dto.js';
import type { ImportJobData } from './import.job.js';
import { surveyOutletFile } from './outlet-file.js';
import { OutletImportRowsRepository } from './outlet-import-rows.repository.js';
import { presentImport, presentRow } from './outlet-import.presenter.js';
import { type ImportRow, OutletImportsRepository } from './outlet-imports.repository.js';
import { encodeText } from './text-codec.js';

const EVERYTHING = 1_000_000;

/** Imports as a person drives them: start, watch, look at, apply, cancel. */
@Injectable()
export class OutletImportsService {
  constructor(
    private readonly imports: OutletImportsRepository,
    private readonly rows: OutletImportRowsRepository,
    private readonly applying: ApplyImportCommand,
    private readonly identity: IdentityFacade,
    private readonly plans: PlanLimitsService,
    private readonly tasks: TasksService,
    private readonly jobs: JobsService,
    private readonly trail: TrailService,
  ) {}

  /** Takes a file in and lets a worker check it. Throws an `IMPORT.*` refusal for one that nobody could import. */
  async start(
    ctx: Ctx,
    file: { bytes: Buffer; format: ImportFormat; fileName: string },
  ): Promise<OutletImportResponse> {
    const memberId = memberOf(ctx);
    await this.plans.requireStorage(ctx);
    const rows = await surveyOutletFile(file.bytes, file.format);
    const id = newId();
    const taskId = await this.tasks.create(ctx, 'import-outlets');
    await this.imports.insert(ctx, { id, memberId, taskId, rows, file: file.bytes, ...named(file) });
    await this.enqueue(ctx, { importId: id, taskId, step: 'check', memberId });
    await this.record(ctx, 'upload', id, { ...named(file), rows });
    return this.get(ctx, id);
  }

  /** Newest first: all of the tenant for who manages all of it, otherwise one's own. */
  async list(ctx: Ctx, query: ListImportsDto): Promise<Page<OutletImportResponse>> {
    const limit = query.limit ?? 20;
    const [before] = query.cursor ? decodeCursor(query.cursor, 1) : [null];
    const own = can(ctx.actor, 'org.manage', WHOLE_TENANT) ? null : memberOf(ctx);
    const rows = await this.imports.list(ctx, own, before === null ? null : String(before), limit + 1);
    const page = pageOf(rows, limit, ({ id }) => [id]);
    const names = await this.identity.memberNames(
      ctx,
      page.items.map(({ memberId }) => memberId),
    );
    return {
      ...page,
      items: page.items.map((one) => presentImport(one, names.get(one.memberId) ?? '', ctx.locale)),
    };
  }

  async get(ctx: Ctx, id: string): Promise<OutletImportResponse> {
    const one = await this.visible(ctx, id);
    const names = await this.identity.memberNames(ctx, [one.memberId]);
    return presentImport(one, names.get(one.memberId) ?? '', ctx.locale);
  }

  /** Rows in the order of the file, 100 on a page unless `limit` says otherwise. */
  async listRows(ctx: Ctx, id: string, query: ListImportRowsDto): Promise<OutletImportRows> {
    await this.visible(ctx, id);
    const limit = query.limit ?? 100;
    const after = query.cursor ? Number(decodeCursor(query.cursor, 1)[0]) : 0;
    if (!Number.isInteger(after) || after < 0 || after > EVERYTHING) throw new DomainError('REQUEST.CURSOR');
    const rows = await this.rows.page(ctx, id, query.outcome ?? null, after, limit + 1);
    const page = pageOf(rows, limit, ({ row }) => [row]);
    return { ...page, items: page.items.map((row) => presentRow(row, ctx.locale)) };
  }

  /** The wrong rows as they were sent, with their numbers and what is wrong before them: to be mended and sent again. */
  async problemsCsv(ctx: Ctx, id: string): Promise<string> {
    const one = await this.visible(ctx, id);
    const rows = await this.rows.page(ctx, id, 'wrong', 0, EVERYTHING);
    const isEn = ctx.locale === 'en';
    const reasons = (row: (typeof rows)[number]) =>
      presentRow(row, ctx.locale)
        .problems.map(({ column, message }) => {
          const label = localize(outletColumnLabel(column), ctx.locale);
          return isEn ? `${label}: ${message}` : `${label}：${message}`;
        })
        .join(isEn ? ' ' : '');
    return csvOf(
      [...REMARK_COLUMNS, ...one.columns.map(({ heading }) => encodeText(heading))],
      rows.map((row) => [row.row, encodeText(reasons(row)), ...(row.cells ?? []).map(safe)]),
    );
  }

  /** Lets a worker write the import. 409 while rows are wrong (unless they are skipped) or when outlets changed since. */
  async apply(ctx: Ctx, id: string, { skipWrong = false }: ApplyImportDto): Promise<OutletImportResponse> {
    const one = await this.visible(ctx, id);
    if (one.status !== 'checked' || !one.counts) throw new DomainError('IMPORT.STATUS');
    if (one.counts.wrong > 0 && !skipWrong) throw new DomainError('IMPORT.HAS_WRONG', { count: one.counts.wrong });
    if (one.counts.new + one.counts.changed === 0) throw new DomainError('IMPORT.NOTHING');
    await this.applying.refuseStale(ctx, id);
    const memberId = memberOf(ctx);
    const taskId = await this.tasks.create(ctx, 'import-outlets');
    if (!(await this.imports.setApplying(ctx, id, { memberId, taskId, skipWrong })))
      throw new DomainError('IMPORT.STATUS');
    await this.enqueue(ctx, { importId: id, taskId, step: 'apply', memberId });
    await this.record(ctx, 'apply', id, { fileName: one.fileName, skipWrong });
    return this.get(ctx, id);
  }

  /** Ends the import; what a worker is writing at this moment is undone. 409 when it is over already. */
  async cancel(ctx: Ctx, id: string): Promise<OutletImportResponse> {
    const { fileName } = await this.visible(ctx, id);
    if (!(await this.imports.setCancelled(ctx, id))) throw new DomainError('IMPORT.STATUS');
    await this.record(ctx, 'cancel', id, { fileName });
    return this.get(ctx, id);
  }

  private record(ctx: Ctx, verb: 'upload' | 'apply' | 'cancel', id: string, after: object): Promise<void> {
    return this.trail.record(ctx, {
      action: `outlet_import.${verb}`,
      objectType: 'outlet_import',
      objectId: id,
      after,
    });
  }

  private async visible(ctx: Ctx, id: string): Promise<ImportRow> {
    const one = await this.imports.find(ctx, id);
    if (!one) throw new DomainError('NOT_FOUND');
    if (one.memberId !== ctx.actor.memberId && !can(ctx.actor, 'org.manage', WHOLE_TENANT))
      throw new DomainError('NOT_FOUND');
    return one;
  }

  private async enqueue(ctx: Ctx, data: Omit<ImportJobData, 'tenantId'>): Promise<void> {
    await this.jobs.enqueue(ctx.em, 'import-outlets', { tenantId: ctx.tenantId, ...data } satisfies ImportJobData);
  }
}

const named = ({ format, fileName }: { format: ImportFormat; fileName: string }) => ({ format, fileName });

function memberOf(ctx: Ctx): string {
  if (!ctx.actor.memberId) throw new DomainError('AUTH.FORBIDDEN');
  return ctx.actor.memberId;
}

/** A cell as it was sent, safe to open: what was sent unmarked and would be run is marked. */
const safe = (cell: string) =>
  /^[=+\-@＝＋－＠\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;

import { Injectable } from '@nestjs/common';
import type { ImportCounts } from '@wheelhouse/contracts';
import { can } from '@wheelhouse/identity-domain';
import { DomainError, localDateIn, type FieldProblem } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { isClean, RequestValidationPipe } from '@wheelhouse/platform-http';
import { CreateOutletDto, UpdateOutletDto } from '../dto/outlets.dto.js';
import { OrgTreeService } from '../org-tree.service.js';
import { OutletsService } from '../outlets.service.js';
import { FileCheck, type CheckedRow, type Rules } from './check-file.js';
import { mapColumns } from './columns.js';
import { Directory } from './directory.js';
import { KnownNetworkRepository } from './known-network.repository.js';
import { readOutletFile } from './outlet-file.js';
import { OutletImportRowsRepository } from './outlet-import-rows.repository.js';
import { OutletImportsRepository } from './outlet-imports.repository.js';
import { textIn } from './parse-cell.js';

const BATCH = 250;

/** Somebody cancelled the import, or another worker finished it: everything of this run is undone. */
export class ImportStopped extends Error {}

/** The dry run: reads the file, checks every row with the rules of the API, and writes down what it found. */
@Injectable()
export class CheckImportCommand {
  private readonly pipe = new RequestValidationPipe();

  constructor(
    private readonly imports: OutletImportsRepository,
    private readonly rows: OutletImportRowsRepository,
    private readonly known: KnownNetworkRepository,
    private readonly trees: OrgTreeService,
    private readonly outlets: OutletsService,
  ) {}

  /** In one transaction; `tell` hears the share that is done. Throws `ImportStopped` when it was cancelled meanwhile. */
  async run(ctx: Ctx, id: string, tell: (share: number) => Promise<void>): Promise<void> {
    const one = await this.imports.find(ctx, id);
    const file = await this.imports.file(ctx, id);
    if (!one || !file || one.status !== 'checking') throw new ImportStopped();
    const table = await readOutletFile(file, one.format);
    const columns = mapColumns(table.headings);
    const codeAt = columns.findIndex(({ code }) => code === 'code');
    const rules = await this.rules(
      ctx,
      table.rows.map(({ cells }) => textIn(cells[codeAt])),
    );
    const check = new FileCheck(table.rows, columns, rules);
    const counts: ImportCounts = { new: 0, changed: 0, unchanged: 0, wrong: 0 };
    for (let from = 0; from < table.rows.length; from += BATCH) {
      if ((await this.imports.status(ctx, id)) !== 'checking') throw new ImportStopped();
      const found: CheckedRow[] = [];
      for (const row of table.rows.slice(from, from + BATCH)) found.push(await check.row(row));
      for (const { outcome } of found) counts[outcome]++;
      await this.rows.insert(ctx, id, found);
      await tell(Math.min(1, (from + BATCH) / table.rows.length));
    }
    if (!(await this.imports.setChecked(ctx, id, { counts, rows: table.rows.length, columns })))
      throw new ImportStopped();
  }

  private async rules(ctx: Ctx, codes: string[]): Promise<Rules> {
    const tree = await this.trees.of(ctx);
    const units = new Directory(tree.ordered());
    const groups = new Directory(await this.known.peerGroups(ctx));
    const known = await this.known.outlets(ctx, [...new Set(codes)].filter(isClean));
    return {
      units,
      groups,
      outlets: new Map(known.map((outlet) => [outlet.code, outlet])),
      codes: { unit: (id) => units.codeOf(id), group: (id) => groups.codeOf(id) },
      today: localDateIn(ctx.now, ctx.timeZone),
      timeZone: ctx.timeZone,
      mayWrite: (outletId, orgUnitId) =>
        can(ctx.actor, 'org.manage', { orgUnitPath: tree.path(orgUnitId), ...(outletId ? { outletId } : {}) }),
      validate: (kind, body) =>
        problemsOf(() =>
          this.pipe.transform(body, { type: 'body', metatype: kind === 'create' ? CreateOutletDto : UpdateOutletDto }),
        ),
      checkDay: (field, day) => {
        try {
          this.outlets.checkDay(ctx, field, day);
          return null;
        } catch (error) {
          return firstProblem(error);
        }
      },
    };
  }
}

async function problemsOf(check: () => Promise<unknown>): Promise<FieldProblem[]> {
  try {
    await check();
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.fields;
    throw error;
  }
}

function firstProblem(error: unknown): FieldProblem {
  const [problem] = error instanceof DomainError ? error.fields : [];
  if (!problem) throw error;
  return problem;
}

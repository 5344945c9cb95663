import { Injectable } from '@nestjs/common';
import { TrailService } from '@wheelhouse/identity-api';
import { can } from '@wheelhouse/identity-domain';
import { DomainError, localDateIn } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { OrgTreeService } from '../org-tree.service.js';
import { OutletAllowance } from '../outlet-allowance.js';
import { planMove, type Stay } from '../placements.js';
import { ApplyImportRepository, type RowToWrite, type StaleRow } from './apply-import.repository.js';
import { ImportStopped } from './check-import.command.js';
import { OutletImportsRepository } from './outlet-imports.repository.js';

const BATCH = 1_000;
/** How many outlets a refusal names. */
const NAMED = 50;

/** Writes what the dry run found: all of it in one transaction, or nothing. */
@Injectable()
export class ApplyImportCommand {
  constructor(
    private readonly imports: OutletImportsRepository,
    private readonly repository: ApplyImportRepository,
    private readonly trees: OrgTreeService,
    private readonly allowance: OutletAllowance,
    private readonly trail: TrailService,
  ) {}

  /** Throws `ImportStopped` when it was cancelled meanwhile, `IMPORT.STALE` when somebody changed one of the outlets. */
  async run(ctx: Ctx, id: string, tell: (share: number) => Promise<void>): Promise<void> {
    const one = await this.imports.find(ctx, id);
    if (!one?.counts || one.status !== 'applying') throw new ImportStopped();
    await this.repository.lockOutlets(ctx, id);
    await this.refuseStale(ctx, id);
    await this.refuseOutOfScope(ctx, id);
    const total = one.counts.new + one.counts.changed;
    const tally = { moved: 0, closed: 0 };
    await this.allowance.within(ctx, () => this.writeAll(ctx, id, tally, (done) => tell(done / total)));
    await this.trail.record(ctx, {
      action: 'outlet.import',
      objectType: 'outlet_import',
      objectId: id,
      after: { fileName: one.fileName, ...one.counts, ...tally, skippedWrong: one.skippedWrong },
    });
    if (!(await this.imports.setApplied(ctx, id))) throw new ImportStopped();
  }

  private async writeAll(
    ctx: Ctx,
    id: string,
    tally: { moved: number; closed: number },
    tell: (done: number) => Promise<void>,
  ): Promise<void> {
    let [done, after] = [0, 0];
    for (;;) {
      if ((await this.imports.status(ctx, id)) !== 'applying') throw new ImportStopped();
      const rows = await this.repository.rows(ctx, id, after, BATCH);
      const last = rows.at(-1);
      if (!last) break;
      await this.write(ctx, rows, tally);
      done += rows.length;
      after = last.row;
      await tell(done);
    }
  }

  /** Throws `IMPORT.STALE`, naming the rows whose outlets are no longer as the dry run saw them. */
  async refuseStale(ctx: Ctx, id: string): Promise<void> {
    const rows = await this.repository.stale(ctx, id, NAMED);
    if (rows.length > 0) throw new DomainError('IMPORT.STALE', { count: rows.length }, rows.map(staleProblem));
  }

  /** What the dry run allowed must still be allowed, to whoever applies it. */
  private async refuseOutOfScope(ctx: Ctx, id: string): Promise<void> {
    const tree = await this.trees.of(ctx);
    const touched = await this.repository.unitsTouched(ctx, id);
    const allowed = touched.every(({ outletId, orgUnitId }) =>
      can(ctx.actor, 'org.manage', { orgUnitPath: tree.path(orgUnitId), ...(outletId ? { outletId } : {}) }),
    );
    if (!allowed) throw new DomainError('AUTH.FORBIDDEN');
  }

  private async write(ctx: Ctx, rows: RowToWrite[], tally: { moved: number; closed: number }): Promise<void> {
    const created = rows.filter(({ outletId }) => outletId === null);
    await this.repository.create(
      ctx,
      created.map(({ target }) => target),
    );
    const changed = rows.flatMap(({ outletId, target, before }) =>
      outletId && before ? [{ ...target, id: outletId, before }] : [],
    );
    await this.repository.change(ctx, changed);
    await this.repository.setStarts(
      ctx,
      changed.filter(({ openedOn, before }) => openedOn !== before.openedOn),
    );
    const moved = changed.filter(({ orgUnitId, before }) => orgUnitId !== before.orgUnitId);
    const stays = await this.repository.stays(
      ctx,
      moved.map(({ id }) => id),
    );
    const histories = new Map<string, Stay[]>(moved.map(({ id }) => [id, []]));
    for (const stay of stays) histories.get(stay.outletId)?.push(stay);
    const today = localDateIn(ctx.now, ctx.timeZone);
    await this.repository.move(
      ctx,
      moved.map(({ id, orgUnitId }) => ({
        id,
        orgUnitId,
        plan: planMove(histories.get(id) ?? [], orgUnitId, undefined, today),
      })),
    );
    tally.moved += moved.length;
    tally.closed += changed.filter(({ closedOn, before }) => closedOn !== null && before.closedOn === null).length;
  }
}

const staleProblem = ({ row, code }: StaleRow) => ({
  field: `rows[${row}].code`,
  code: 'IMPORT.ROW_CHANGED',
  params: { code },
});

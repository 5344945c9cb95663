import { Injectable } from '@nestjs/common';
import type { OutletResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { UpdateOutletDto } from './dto/outlets.dto.js';
import { changesOf } from './changes.js';
import { type OutletColumns, type OutletRow, OutletsRepository } from './outlets.repository.js';
import { OutletAllowance } from './outlet-allowance.js';
import { OutletsService } from './outlets.service.js';
import { PlacementsRepository } from './placements.repository.js';
import { outOfRange } from './refusals.js';

/** Changes what an outlet says of itself, and when it opens and closes; its place changes by a move. */
@Injectable()
export class UpdateOutletCommand {
  constructor(
    private readonly outlets: OutletsRepository,
    private readonly placements: PlacementsRepository,
    private readonly service: OutletsService,
    private readonly allowance: OutletAllowance,
    private readonly trail: TrailService,
  ) {}

  /** Fields left out stay. Throws `CONFLICT.DUPLICATE` for a taken code, `REQUEST.INVALID` for days out of order. */
  async run(ctx: Ctx, id: string, body: UpdateOutletDto): Promise<OutletResponse> {
    await this.outlets.lock(ctx, id);
    const before = await this.service.authorized(ctx, id, 'org.manage');
    const change = given(body);
    if (change.code !== undefined) await this.service.checkCode(ctx, change.code, id);
    await this.service.checkPeerGroup(ctx, change.peerGroupId);
    if (change.openedOn !== undefined) this.service.checkDay(ctx, 'openedOn', change.openedOn);
    if (change.closedOn) this.service.checkDay(ctx, 'closedOn', change.closedOn);
    const openedOn = change.openedOn ?? before.openedOn;
    const closedOn = change.closedOn === undefined ? before.closedOn : change.closedOn;
    if (closedOn !== null && closedOn < openedOn) {
      throw change.closedOn ? outOfRange('closedOn', openedOn) : outOfRange('openedOn', undefined, closedOn);
    }
    if (openedOn !== before.openedOn) await this.moveStart(ctx, id, openedOn);
    if (Object.keys(change).length > 0) {
      await this.allowance.within(ctx, () => this.outlets.update(ctx, id, change));
    }
    await this.record(ctx, before, change);
    return this.service.get(ctx, id);
  }

  /** Closing and opening again are entries of their own; everything else that changed is one. */
  private async record(ctx: Ctx, before: OutletRow, change: Partial<OutletColumns>): Promise<void> {
    const { closedOn, ...rest } = change;
    const changed = changesOf(before, rest);
    const of = { objectType: 'outlet', objectId: before.id };
    if (changed) await this.trail.record(ctx, { action: 'outlet.update', ...of, ...changed });
    if (closedOn === undefined || closedOn === before.closedOn) return;
    const action = closedOn === null ? 'outlet.reopen' : 'outlet.close';
    await this.trail.record(ctx, { action, ...of, before: { closedOn: before.closedOn }, after: { closedOn } });
  }

  /** The first place begins with the first open day, which must therefore lie before the first move. */
  private async moveStart(ctx: Ctx, id: string, openedOn: LocalDate): Promise<void> {
    const [first] = await this.placements.history(ctx, 'outlet', id);
    if (!first) return;
    if (first.until !== null && openedOn >= first.until) throw outOfRange('openedOn', undefined, first.until);
    await this.placements.setStart(ctx, 'outlet', first.id, openedOn);
  }
}

/** Only the columns that the request names. */
function given({ name, city, ...rest }: UpdateOutletDto): Partial<OutletColumns> {
  const change: Partial<OutletColumns> = {
    ...rest,
    ...(name ? { name: { ...name } } : {}),
    ...(city === undefined ? {} : { city: city && { ...city } }),
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

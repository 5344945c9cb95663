import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { buildSnapshot, type NetworkSnapshot } from './network-snapshot.js';
import { OrgUnitsRepository } from './org-units.repository.js';
import { OutletsRepository } from './outlets.repository.js';
import { PeerGroupsRepository } from './peer-groups.repository.js';

/** The network as it was on a day: three reads, whatever its size. */
@Injectable()
export class NetworkQuery {
  constructor(
    private readonly units: OrgUnitsRepository,
    private readonly outlets: OutletsRepository,
    private readonly peerGroups: PeerGroupsRepository,
  ) {}

  async on(ctx: Ctx, day: LocalDate): Promise<NetworkSnapshot> {
    const units = await this.units.onDay(ctx, day);
    const outlets = await this.outlets.onDay(ctx, day);
    return buildSnapshot(units, outlets, await this.peerGroups.names(ctx));
  }
}

import { Injectable } from '@nestjs/common';
import { AUDIT_KINDS, type HomeResponse, SUBMIT_PERMISSION } from '@wheelhouse/contracts';
import { holds } from '@wheelhouse/identity-domain';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import type { HomeQueryDto } from './dto/home.dto.js';
import { OwnOutletsService } from './own-outlets.service.js';
import { WaitingService } from './waiting.service.js';

/** The start page in one answer. */
@Injectable()
export class HomeService {
  constructor(
    private readonly waiting: WaitingService,
    private readonly outlets: OwnOutletsService,
    private readonly standards: StandardsFacade,
  ) {}

  /** @throws NOT_FOUND for an outlet that is not one of the actor's own */
  async get(ctx: Ctx, { outletId }: HomeQueryDto): Promise<HomeResponse> {
    return {
      ...(await this.waiting.of(ctx)),
      ...(await this.outlets.of(ctx, outletId)),
      startable: await this.startable(ctx),
    };
  }

  private async startable(ctx: Ctx): Promise<HomeResponse['startable']> {
    const kinds = AUDIT_KINDS.filter((kind) => kind !== 'mystery_shop' && holds(ctx.actor, SUBMIT_PERMISSION[kind]));
    if (kinds.length === 0) return [];
    const versions = (await this.standards.newestPublished(ctx)).filter((version) => version.kind !== 'mystery_shop');
    return kinds.flatMap((kind) =>
      versions.map(({ id, name, version }) => ({ kind, standardVersionId: id, name, version })),
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { CreateWaveBody } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { authorize, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { WavesRepository } from './waves.repository.js';

/** Plans a round of mystery shops on a published mystery-shop standard. */
@Injectable()
export class CreateWaveCommand {
  constructor(
    private readonly waves: WavesRepository,
    private readonly standards: StandardsFacade,
    private readonly trail: TrailService,
  ) {}

  async run(ctx: Ctx, body: CreateWaveBody): Promise<string> {
    authorize(ctx.actor, 'wave.manage', WHOLE_TENANT);
    const { windowFrom, windowTo, releaseOn } = body;
    if (windowTo < windowFrom) throw dates('windowTo', windowFrom);
    if (releaseOn <= windowTo) throw dates('releaseOn', windowTo);
    const standard = await this.standards.published(ctx, body.standardVersionId);
    if (standard.kind !== 'mystery_shop')
      throw new DomainError('AUDIT.WRONG_STANDARD', {}, [{ field: 'standardVersionId', code: 'FIELD.NOT_FOUND' }]);
    const id = newId(ctx.now);
    await this.waves.insert(ctx, id, body);
    const { name, standardVersionId } = body;
    await this.trail.record(ctx, {
      action: 'wave.create',
      objectType: 'wave',
      objectId: id,
      after: { name, standardVersionId, windowFrom, windowTo, releaseOn },
    });
    return id;
  }
}

const dates = (field: string, min: string) =>
  new DomainError('WAVE.DATES', {}, [{ field, code: 'FIELD.RANGE', params: { min, max: '…' } }]);

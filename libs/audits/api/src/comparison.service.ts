import { Injectable } from '@nestjs/common';
import { type AuditComparisonResponse, COMPARISON_MIN_PEERS } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { AuditsService } from './audits.service.js';
import { ComparisonRepository } from './comparison.repository.js';

const NOTHING: AuditComparisonResponse = { previous: null, peers: null, history: [] };

/** An audit against last time and against peers, for who may read what is around it. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly audits: AuditsService,
    private readonly around: ComparisonRepository,
    private readonly standards: StandardsFacade,
  ) {}

  /** `NOT_FOUND` for whom the audit does not exist; nothing at all for who does not read the outlet's audits. */
  async of(ctx: Ctx, id: string): Promise<AuditComparisonResponse> {
    const { audit, outlet, rights } = await this.audits.readable(ctx, id);
    if (!rights.surroundings) return NOTHING;
    const { standardId } = await this.standards.version(ctx, audit.standardVersionId);
    const before = await this.around.before(ctx, audit, standardId);
    const last = before.at(-1);
    return {
      previous: last ? { ...last, sections: await this.around.sections(ctx, last.id) } : null,
      peers: outlet.peerGroupId === null ? null : await this.peers(ctx, { audit, outlet }, standardId),
      history: [
        ...before,
        ...(audit.status === 'draft'
          ? []
          : [{ id, visitDate: audit.visitDate, score: audit.score, grade: audit.grade }]),
      ],
    };
  }

  /** A section that fewer than five outlets have a score for says nothing about peers. */
  private async peers(
    ctx: Ctx,
    { audit, outlet }: Pick<Awaited<ReturnType<AuditsService['readable']>>, 'audit' | 'outlet'>,
    standardId: string,
  ): Promise<AuditComparisonResponse['peers']> {
    const { outlets, audits, score, sections } = await this.around.peers(ctx, audit, outlet, standardId);
    const enough = outlets >= COMPARISON_MIN_PEERS;
    return {
      outlets,
      audits,
      score: enough ? score : null,
      sections: enough ? sections.filter((section) => section.outlets >= COMPARISON_MIN_PEERS) : [],
    };
  }
}

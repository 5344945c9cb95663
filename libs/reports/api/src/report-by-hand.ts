import { Injectable } from '@nestjs/common';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { DomainError, type LocalizedText } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import { RemakeWeekCommand } from './remake-week.command.js';

/** One edition that a command made or found. */
export interface ReportByHandLine {
  id: string;
  period: string;
  audience: LocalizedText;
  number: number;
  isNew: boolean;
  outlets: number;
  score: number | null;
}

/** For the command line: the editions of a closed week of one tenant, in one transaction. */
@Injectable()
export class ReportByHand {
  constructor(
    private readonly identity: IdentityFacade,
    private readonly org: OrgFacade,
    private readonly remakeWeek: RemakeWeekCommand,
  ) {}

  /** Throws `NOT_FOUND` for an unknown or suspended tenant, otherwise what `closedWeek` throws. */
  async make(tenantSlug: string, week: string): Promise<ReportByHandLine[]> {
    const tenant = (await this.org.tenantsToClose()).find(({ slug }) => slug === tenantSlug);
    if (!tenant) throw new DomainError('NOT_FOUND');
    const made = await this.identity.runAsSystem(tenant.id, 'en', (ctx) => this.remakeWeek.run(ctx, week));
    return made.map(({ id, number, audience, edition, isNew }) => ({
      ...{ id, number, isNew },
      period: week,
      audience: audience.name,
      outlets: edition.rows.length,
      score: edition.body.head.score,
    }));
  }
}

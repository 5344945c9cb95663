import { Injectable } from '@nestjs/common';
import type { HeatResponse } from '@wheelhouse/contracts';
import { authorize, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { addDays, localDateIn } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { type GroupSection, ScoringFacade } from '@wheelhouse/scoring-api';
import { StandardsFacade, type StandardVersionView } from '@wheelhouse/standards-api';

const DAYS = 13 * 7;

/** Regions by sections: where the audits of the last thirteen weeks were weak. */
@Injectable()
export class HeatService {
  constructor(
    private readonly org: OrgFacade,
    private readonly scoring: ScoringFacade,
    private readonly standards: StandardsFacade,
  ) {}

  /** Over the standard with most audits, all its versions together, with the sections of its newest one. */
  async get(ctx: Ctx): Promise<HeatResponse> {
    authorize(ctx.actor, 'report.read', WHOLE_TENANT);
    const to = localDateIn(ctx.now, ctx.timeZone);
    const from = addDays(to, 1 - DAYS);
    const network = await this.org.networkOn(ctx, to);
    const groups = network.outlets.map(({ id, orgUnitPath }) => ({ id, groupId: orgUnitPath[1] ?? null }));
    const sums = await this.scoring.groupSections(ctx, 'audit', from, to, groups);
    const standard = await this.mostUsed(ctx, sums);
    if (!standard) return { from, to, standard: null, sections: [], regions: [] };
    const cells = new Map<string, { n: number; sum: number }>();
    for (const { groupId, standardVersionId, sectionId, n, sum } of sums) {
      if (!standard.versionIds.has(standardVersionId)) continue;
      const key = `${groupId} ${sectionId}`;
      const before = cells.get(key) ?? { n: 0, sum: 0 };
      cells.set(key, { n: before.n + n, sum: before.sum + sum });
    }
    const sections = standard.newest.body.sections.map(({ id, en, zh }) => ({ id, name: { en, zh } }));
    const regions = network.units.flatMap(({ id, name, depth }): HeatResponse['regions'] => {
      const own = sections.map((section) => cells.get(`${id} ${section.id}`) ?? null);
      const total = { n: 0, sum: 0 };
      for (const cell of own) {
        total.n += cell?.n ?? 0;
        total.sum += cell?.sum ?? 0;
      }
      if (depth !== 1 || total.n === 0) return [];
      const shown = own.map((cell) => cell && { score: cell.sum / cell.n, n: cell.n });
      return [{ orgUnitId: id, name, mean: total.sum / total.n, cells: shown }];
    });
    return {
      from,
      to,
      standard: { id: standard.newest.standardId, name: standard.newest.name },
      sections,
      regions: regions.sort((a, b) => a.mean - b.mean || (a.orgUnitId < b.orgUnitId ? -1 : 1)),
    };
  }

  private async mostUsed(
    ctx: Ctx,
    sums: readonly GroupSection[],
  ): Promise<{ newest: StandardVersionView; versionIds: Set<string> } | null> {
    const counts = new Map<string, number>();
    for (const { standardVersionId: id, n } of sums) counts.set(id, (counts.get(id) ?? 0) + n);
    const byStandard = new Map<string, { n: number; newest: StandardVersionView; versionIds: Set<string> }>();
    // Version ids are UUIDv7: the last is the newest.
    for (const id of [...counts.keys()].sort()) {
      const view = await this.standards.version(ctx, id);
      const known = byStandard.get(view.standardId) ?? { n: 0, newest: view, versionIds: new Set<string>() };
      known.n += counts.get(id) ?? 0;
      known.newest = view;
      known.versionIds.add(id);
      byStandard.set(view.standardId, known);
    }
    return [...byStandard.values()].sort((a, b) => b.n - a.n)[0] ?? null;
  }
}

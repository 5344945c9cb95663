import { Injectable } from '@nestjs/common';
import { AuditsInbox } from '@wheelhouse/audits-api';
import type { AuditSummary, HomeOutlet, HomeResponse, OutletHelp, StandardItem } from '@wheelhouse/contracts';
import { can } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';
import { OrgFacade, type OutletView } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { ReportsFacade } from '@wheelhouse/reports-api';
import { worstFirst } from './worst-first.js';

const OUTLETS = 50;
const LAST_AUDITS = 3;
const REPAIRS = 3;

/** The outlets that the actor answers for by name: where they stand, their last results, what would help most. */
@Injectable()
export class OwnOutletsService {
  constructor(
    private readonly org: OrgFacade,
    private readonly audits: AuditsInbox,
    private readonly reports: ReportsFacade,
  ) {}

  /** The worst standing first. `asked` is the outlet that `help` is about. @throws NOT_FOUND for one that is not the actor's */
  async of(ctx: Ctx, asked: string | undefined): Promise<Pick<HomeResponse, 'week' | 'outlets' | 'help'>> {
    const views = await this.own(ctx);
    if (asked && !views.some(({ id }) => id === asked)) throw new DomainError('NOT_FOUND');
    if (views.length === 0) return { week: null, outlets: [], help: null };
    const readable = views.filter((outlet) => can(ctx.actor, 'audit.read', this.org.outletPlace(outlet)));
    const results = await this.audits.lastResults(
      ctx,
      readable.map(({ id }) => id),
      LAST_AUDITS,
    );
    const ranking = await this.reports.mine(ctx);
    const standings = new Map(ranking?.rows.map((row) => [row.outletId, row]));
    const outlets = views
      .map(({ id, code, name }): HomeOutlet => {
        const lastAudits = results.filter((audit) => audit.outlet.id === id);
        return { id, code, name, standing: standings.get(id) ?? null, lastAudits };
      })
      .sort(worstFirst);
    const chosen = asked ? outlets.find(({ id }) => id === asked) : outlets[0];
    const newest = chosen?.lastAudits.find(({ score }) => score !== null);
    const { period, periodStart, periodEnd } = ranking ?? {};
    return {
      week: period && periodStart && periodEnd ? { period, start: periodStart, end: periodEnd } : null,
      outlets,
      help: newest ? await this.help(ctx, newest) : null,
    };
  }

  private async own(ctx: Ctx): Promise<OutletView[]> {
    const ids = ctx.actor.grants.flatMap(({ scopeKind, scopeId }) =>
      scopeKind === 'outlet' && scopeId ? [scopeId] : [],
    );
    return [...(await this.org.outlets(ctx, ids)).values()]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .slice(0, OUTLETS);
  }

  private async help(ctx: Ctx, { id, kind, visitDate, score, outlet }: AuditSummary): Promise<OutletHelp | null> {
    const found = await this.audits.help(ctx, id, REPAIRS);
    const repairs = found?.repairs.filter(({ gain }) => gain > 0) ?? [];
    if (!found || repairs.length === 0) return null;
    const items = new Map(
      found.standard.body.sections.flatMap((section) => section.items.map((item) => [item.id, item])),
    );
    return {
      outletId: outlet.id,
      audit: { id, kind, visitDate, score },
      repairs: repairs.map(({ itemId, gain }) => {
        const item = items.get(itemId) as StandardItem;
        return {
          itemId,
          number: numberOf(found.standard.code, itemId),
          text: { en: item.en, zh: item.zh },
          gain,
          critical: item.critical !== null,
          guidance: item.guidance ?? null,
          goodExample: item.good_example ?? null,
        };
      }),
    };
  }
}

/** `AS-4S-C-04` of the standard `AS-4S` as people say it: `C-04`. */
const numberOf = (code: string, itemId: string): string =>
  itemId.startsWith(`${code}-`) ? itemId.slice(code.length + 1) : itemId;

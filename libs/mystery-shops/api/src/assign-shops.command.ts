import { Injectable } from '@nestjs/common';
import { AuditsFacade } from '@wheelhouse/audits-api';
import { rotationProblems, type RotationRules, rotationRulesOf } from '@wheelhouse/audits-domain';
import type { AssignShopsBody } from '@wheelhouse/contracts';
import { IdentityFacade, TrailService } from '@wheelhouse/identity-api';
import { authorize, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, type FieldProblem, type LocalDate, localDateIn } from '@wheelhouse/kernel';
import { OrgFacade } from '@wheelhouse/org-api';
import type { Ctx } from '@wheelhouse/platform-db';
import { StandardsFacade } from '@wheelhouse/standards-api';
import { type WaveRow, WavesRepository } from './waves.repository.js';

type Shops = AssignShopsBody['shops'];

/**
 * Assigns who shops where in a wave, all or nothing; refusals name the row (`shops[3].outletId`). Only active mystery
 * shoppers, only outlets that are open in the window, and the same shopper at the same outlet only as often as the
 * standard's visit rules allow (formulas 2.19: after six months, twice at most).
 */
@Injectable()
export class AssignShopsCommand {
  constructor(
    private readonly waves: WavesRepository,
    private readonly audits: AuditsFacade,
    private readonly org: OrgFacade,
    private readonly identity: IdentityFacade,
    private readonly standards: StandardsFacade,
    private readonly trail: TrailService,
  ) {}

  async run(ctx: Ctx, waveId: string, { shops }: AssignShopsBody): Promise<void> {
    authorize(ctx.actor, 'wave.manage', WHOLE_TENANT);
    // The lock makes two assignments of one wave at once see each other's shops.
    const wave = await this.waves.lock(ctx, waveId);
    if (!wave) throw new DomainError('NOT_FOUND');
    if (wave.releasedAt !== null) throw new DomainError('WAVE.RELEASED');
    if (localDateIn(ctx.now, ctx.timeZone) > wave.windowTo) throw new DomainError('WAVE.OVER', { to: wave.windowTo });
    await this.checkOutlets(ctx, wave, shops);
    await this.checkShoppers(ctx, shops);
    await this.checkRotation(ctx, wave, shops);
    await this.audits.assignShops(ctx, wave, shops);
    const after = { shops: shops.map(({ outletId, shopperMemberId }) => ({ outletId, shopperMemberId })) };
    await this.trail.record(ctx, { action: 'wave.assign', objectType: 'wave', objectId: waveId, after });
  }

  private async checkOutlets(ctx: Ctx, wave: WaveRow, shops: Shops): Promise<void> {
    const outlets = await this.org.outlets(
      ctx,
      shops.map((shop) => shop.outletId),
    );
    const unknown = problems(shops, 'outletId', ({ outletId }) =>
      outlets.has(outletId) ? null : { code: 'FIELD.NOT_FOUND' },
    );
    if (unknown.length > 0) throw new DomainError('REQUEST.INVALID', {}, unknown);
    const closed = problems(shops, 'outletId', ({ outletId }) => {
      const outlet = outlets.get(outletId);
      const open =
        outlet && outlet.openedOn <= wave.windowTo && (outlet.closedOn === null || outlet.closedOn > wave.windowFrom);
      return open ? null : { code: 'SHOP.OUTLET_CLOSED' };
    });
    if (closed.length > 0) throw new DomainError('AUDIT.OUTLET_CLOSED', {}, closed);
  }

  private async checkShoppers(ctx: Ctx, shops: Shops): Promise<void> {
    const shoppers = new Set((await this.identity.membersWith(ctx, 'mystery_shop.submit')).map((member) => member.id));
    const others = problems(shops, 'shopperMemberId', ({ shopperMemberId }) =>
      shoppers.has(shopperMemberId) ? null : { code: 'SHOP.NOT_SHOPPER' },
    );
    if (others.length > 0) throw new DomainError('WAVE.NOT_SHOPPER', {}, others);
  }

  private async checkRotation(ctx: Ctx, wave: WaveRow, shops: Shops): Promise<void> {
    const rules = rotationRulesOf((await this.standards.version(ctx, wave.standardVersionId)).body.visit_rules);
    const visits = await this.audits.shopVisits(
      ctx,
      shops.map((shop) => shop.shopperMemberId),
      shops.map((shop) => shop.outletId),
    );
    const history = new Map<string, LocalDate[]>();
    const of = (shopper: string, outlet: string) => {
      const key = `${shopper}/${outlet}`;
      const days = history.get(key) ?? [];
      history.set(key, days);
      return days;
    };
    for (const { shopperMemberId, outletId, day } of visits) of(shopperMemberId, outletId).push(day);
    const broken = problems(shops, 'shopperMemberId', ({ shopperMemberId, outletId }) => {
      const days = of(shopperMemberId, outletId);
      const [problem] = rotationProblems(wave.windowFrom, days, rules);
      days.push(wave.windowTo);
      return problem ? texts(rules)[problem] : null;
    });
    if (broken.length > 0) throw new DomainError('WAVE.ROTATION', { count: broken.length }, broken);
  }
}

const texts = (rules: RotationRules) => ({
  cooldown: { code: 'SHOP.COOLDOWN', params: { months: rules.cooldownMonths } },
  max_visits: { code: 'SHOP.MAX_VISITS', params: { max: rules.maxVisitsSameOutlet } },
});

function problems(
  shops: Shops,
  field: keyof Shops[number],
  of: (shop: Shops[number]) => Omit<FieldProblem, 'field'> | null,
): FieldProblem[] {
  return shops.flatMap((shop, i) => {
    const problem = of(shop);
    return problem ? [{ field: `shops[${i}].${field}`, ...problem }] : [];
  });
}

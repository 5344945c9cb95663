import { Injectable } from '@nestjs/common';
import { LOGO_PATH, type TenantSettingsResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { authorize, can, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError, type Weekday } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { UpdateSettingsDto } from './dto/settings.dto.js';
import { normalScheme, sameScheme, schemeProblems } from './scheme.rule.js';
import { SettingsRepository, type TenantSettings } from './settings.repository.js';

@Injectable()
export class SettingsService {
  constructor(
    private readonly settings: SettingsRepository,
    private readonly trail: TrailService,
  ) {}

  async get(ctx: Ctx): Promise<TenantSettingsResponse> {
    authorize(ctx.actor, 'settings.read', WHOLE_TENANT);
    return present(await this.settings.find(ctx), ctx);
  }

  /** Changes what is given. Another scheme becomes the next version; the earlier ones stay for the reports made by them. */
  async update(ctx: Ctx, body: UpdateSettingsDto): Promise<TenantSettingsResponse> {
    authorize(ctx.actor, 'settings.manage', WHOLE_TENANT, 'settings.read');
    const problems = body.scheme ? schemeProblems(body.scheme) : [];
    if (problems.length > 0) throw new DomainError('REQUEST.INVALID', {}, problems);
    await this.settings.lock(ctx);
    const before = await this.settings.find(ctx);
    await this.settings.updateTenant(ctx, {
      name: body.name ? { ...body.name } : before.name,
      accent: body.accent ?? before.accent,
      cutoffWeekday: (body.cutoffWeekday ?? before.cutoffWeekday) as Weekday,
      cutoffHour: body.cutoffHour ?? before.cutoffHour,
    });
    if (body.scheme && !sameScheme(body.scheme, before.scheme)) {
      await this.settings.insertScheme(ctx, before.scheme.version + 1, normalScheme(body.scheme), ctx.actor.memberId);
    }
    const after = await this.settings.find(ctx);
    const changed = changes(before, after);
    if (changed)
      await this.trail.record(ctx, {
        action: 'settings.update',
        objectType: 'tenant',
        objectId: ctx.tenantId,
        ...changed,
      });
    return present(after, ctx);
  }
}

function present(settings: TenantSettings, ctx: Ctx): TenantSettingsResponse {
  const { slug: _, ...shown } = settings;
  const logo = settings.logo && LOGO_PATH + settings.logo;
  return { ...shown, logo, can: { manage: can(ctx.actor, 'settings.manage', WHOLE_TENANT) } };
}

/** The settings that differ, before and after; null when none does. */
function changes(before: TenantSettings, after: TenantSettings) {
  const keys = (Object.keys(after) as (keyof TenantSettings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (from: TenantSettings) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return keys.length > 0 ? { before: pick(before), after: pick(after) } : null;
}

import { Injectable } from '@nestjs/common';
import { LOGO_PATH, type LogoResponse } from '@wheelhouse/contracts';
import { PlanLimitsService, TrailService } from '@wheelhouse/identity-api';
import { authorize, WHOLE_TENANT } from '@wheelhouse/identity-domain';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { SettingsRepository } from '../settings.repository.js';
import { drawLogo } from './logo-picture.js';
import { LogoRepository } from './logo.repository.js';

@Injectable()
export class LogoService {
  constructor(
    private readonly logos: LogoRepository,
    private readonly settings: SettingsRepository,
    private readonly plans: PlanLimitsService,
    private readonly trail: TrailService,
  ) {}

  /** The picture; `NOT_FOUND` for one that is not this tenant's logo now. */
  async content(ctx: Ctx, hash: string): Promise<Buffer> {
    const content = /^[0-9a-f]{64}$/.test(hash) ? await this.logos.content(ctx, hash) : null;
    if (!content) throw new DomainError('NOT_FOUND');
    return content;
  }

  /** Takes an uploaded picture as the tenant's logo, drawn anew. Throws what `drawLogo` throws. */
  async put(ctx: Ctx, upload: unknown): Promise<LogoResponse> {
    authorize(ctx.actor, 'settings.manage', WHOLE_TENANT, 'settings.read');
    await this.plans.requireStorage(ctx);
    const picture = await drawLogo(upload);
    await this.settings.lock(ctx);
    const before = await this.settings.find(ctx);
    if (before.logo !== picture.hash) {
      await this.logos.replace(ctx, picture);
      await this.record(ctx, before.logo, picture.hash);
    }
    return { logo: LOGO_PATH + picture.hash, width: picture.width, height: picture.height };
  }

  /** Goes on without a logo; without one before, nothing happens. */
  async remove(ctx: Ctx): Promise<void> {
    authorize(ctx.actor, 'settings.manage', WHOLE_TENANT, 'settings.read');
    await this.settings.lock(ctx);
    const before = await this.settings.find(ctx);
    if (before.logo === null) return;
    await this.logos.replace(ctx, null);
    await this.record(ctx, before.logo, null);
  }

  private record(ctx: Ctx, before: string | null, after: string | null): Promise<void> {
    return this.trail.record(ctx, {
      action: 'settings.logo',
      objectType: 'tenant',
      objectId: ctx.tenantId,
      before: { logo: before },
      after: { logo: after },
    });
  }
}

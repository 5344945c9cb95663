import { Injectable } from '@nestjs/common';
import type { Ctx } from '@wheelhouse/platform-db';
import type { LogoPicture } from './logo-picture.js';
import { TenantLogoEntity } from './tenant-logo.entity.js';

@Injectable()
export class LogoRepository {
  /** Makes the picture (or none) the tenant's only logo. */
  async replace(ctx: Ctx, picture: LogoPicture | null): Promise<void> {
    await ctx.em.delete(TenantLogoEntity, { tenantId: ctx.tenantId });
    if (picture) await ctx.em.insert(TenantLogoEntity, { tenantId: ctx.tenantId, ...picture });
    await ctx.em.query(`UPDATE tenants SET logo = $2, updated_at = now() WHERE id = $1`, [
      ctx.tenantId,
      picture?.hash ?? null,
    ]);
  }

  async content(ctx: Ctx, hash: string): Promise<Buffer | null> {
    const row = await ctx.em.findOneBy(TenantLogoEntity, { tenantId: ctx.tenantId, hash });
    return row?.content ?? null;
  }
}

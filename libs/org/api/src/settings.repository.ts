import { Injectable } from '@nestjs/common';
import type { RankingScheme } from '@wheelhouse/contracts';
import { type LocalizedText, newId, type Weekday } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { DataSource } from 'typeorm';
import { SchemeEntity } from './scheme.entity.js';
import type { SchemeBody } from './scheme.rule.js';

/** What a tenant has decided for itself, with the scheme in force. */
export interface TenantSettings {
  slug: string;
  name: LocalizedText;
  /** `#rrggbb`. */
  accent: string;
  /** SHA-256 of the logo in hex; null without one. */
  logo: string | null;
  timeZone: string;
  weekStart: Weekday;
  cutoffWeekday: Weekday;
  cutoffHour: number;
  scheme: RankingScheme;
}

export type TenantToClose = Omit<TenantSettings, 'scheme'> & { id: string };

const TENANT = `t.slug, t.name, t.accent, t.logo, t.time_zone AS "timeZone", t.week_start AS "weekStart",
  t.cutoff_weekday AS "cutoffWeekday", t.cutoff_hour AS "cutoffHour"`;

@Injectable()
export class SettingsRepository {
  constructor(private readonly source: DataSource) {}

  async find(ctx: Ctx): Promise<TenantSettings> {
    const [row]: (Omit<TenantSettings, 'scheme'> & { version: number; body: SchemeBody })[] = await ctx.em.query(
      `SELECT ${TENANT}, s.version, s.body FROM tenants t JOIN schemes s ON s.tenant_id = t.id
       WHERE t.id = $1 ORDER BY s.version DESC LIMIT 1`,
      [ctx.tenantId],
    );
    if (!row) throw new Error('A tenant has no scheme');
    const { version, body, ...tenant } = row;
    return { ...tenant, scheme: { version, ...body } };
  }

  /** Lets only one transaction at a time change the tenant's settings. */
  async lock(ctx: Ctx): Promise<void> {
    await ctx.em.query(`SELECT id FROM tenants WHERE id = $1 FOR UPDATE`, [ctx.tenantId]);
  }

  async updateTenant(
    ctx: Ctx,
    next: Pick<TenantSettings, 'name' | 'accent' | 'cutoffWeekday' | 'cutoffHour'>,
  ): Promise<void> {
    await ctx.em.query(
      `UPDATE tenants SET name = $2, accent = $3, cutoff_weekday = $4, cutoff_hour = $5, updated_at = now() WHERE id = $1`,
      [ctx.tenantId, JSON.stringify(next.name), next.accent, next.cutoffWeekday, next.cutoffHour],
    );
  }

  async insertScheme(
    ctx: Pick<Ctx, 'em' | 'tenantId'>,
    version: number,
    body: SchemeBody,
    madeBy: string | null,
  ): Promise<void> {
    await ctx.em.insert(SchemeEntity, { tenantId: ctx.tenantId, id: newId(), version, body, madeBy });
  }

  /** All active tenants; outside any tenant's transaction. */
  activeTenants(): Promise<TenantToClose[]> {
    return this.source.query(`SELECT t.id, ${TENANT} FROM tenants t WHERE t.status = 'active' ORDER BY t.id`);
  }
}

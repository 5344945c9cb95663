import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TenantHooks } from '@wheelhouse/identity-api';
import { newId } from '@wheelhouse/kernel';
import { OrgUnitEntity } from './org-unit.entity.js';
import { PlacementsRepository } from './placements.repository.js';
import { DEFAULT_SCHEME } from './scheme.rule.js';
import { SettingsRepository } from './settings.repository.js';

/** The root was always there: its place begins before any period that a report may cover. */
const ALWAYS = '1970-01-01';

/** What every new tenant gets: headquarters as the root of its tree, and the default scheme as version 1. */
@Injectable()
export class NewTenantHook implements OnModuleInit {
  constructor(
    private readonly hooks: TenantHooks,
    private readonly placements: PlacementsRepository,
    private readonly settings: SettingsRepository,
  ) {}

  onModuleInit(): void {
    this.hooks.onCreated(async (em, tenant) => {
      const ctx = { em, tenantId: tenant.id };
      const id = newId();
      await em.insert(OrgUnitEntity, {
        tenantId: tenant.id,
        id,
        parentId: null,
        kind: 'hq',
        code: 'HQ',
        name: tenant.name,
      });
      await this.placements.begin(ctx, 'org_unit', id, null, ALWAYS);
      await this.settings.insertScheme(ctx, 1, DEFAULT_SCHEME, null);
    });
  }
}

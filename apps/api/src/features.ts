import { AUDITS_ENTITIES, AuditsModule, AuditsWorkerModule } from '@wheelhouse/audits-api';
import { HomeModule } from '@wheelhouse/home-api';
import {
  IDENTITY_ENTITIES,
  IdentityModule,
  IdentityWorkerModule,
  WEBHOOKS_ENTITIES,
  WebhooksModule,
  WebhooksWorkerModule,
} from '@wheelhouse/identity-api';
import { MYSTERY_SHOPS_ENTITIES, MysteryShopsModule, MysteryShopsWorkerModule } from '@wheelhouse/mystery-shops-api';
import { ORG_ENTITIES, OrgModule, OrgWorkerModule } from '@wheelhouse/org-api';
import { PDCA_ENTITIES, PdcaModule } from '@wheelhouse/pdca-api';
import { REPORTS_ENTITIES, ReportsModule, ReportsWorkerModule } from '@wheelhouse/reports-api';
import { SCORING_ENTITIES, ScoringModule, ScoringWorkerModule } from '@wheelhouse/scoring-api';
import { STANDARDS_ENTITIES, StandardsModule } from '@wheelhouse/standards-api';
import { TENANT_LIFE_ENTITIES, TenantLifeModule, TenantLifeWorkerModule } from '@wheelhouse/tenant-life-api';

/** Everything that answers requests, in the order of the house. */
export const FEATURES = [
  IdentityModule,
  OrgModule,
  StandardsModule,
  ScoringModule,
  AuditsModule,
  MysteryShopsModule,
  PdcaModule,
  ReportsModule,
  HomeModule,
  WebhooksModule,
  TenantLifeModule,
];

/** What works on schedules and jobs beside them. */
export const WORKER_FEATURES = [
  IdentityWorkerModule,
  WebhooksWorkerModule,
  OrgWorkerModule,
  ScoringWorkerModule,
  AuditsWorkerModule,
  MysteryShopsWorkerModule,
  ReportsWorkerModule,
  TenantLifeWorkerModule,
];

export const ENTITIES = [
  ...IDENTITY_ENTITIES,
  ...WEBHOOKS_ENTITIES,
  ...ORG_ENTITIES,
  ...STANDARDS_ENTITIES,
  ...SCORING_ENTITIES,
  ...AUDITS_ENTITIES,
  ...MYSTERY_SHOPS_ENTITIES,
  ...PDCA_ENTITIES,
  ...REPORTS_ENTITIES,
  ...TENANT_LIFE_ENTITIES,
];

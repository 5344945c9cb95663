import { routes as audits } from '@wheelhouse/audits-web';
import { routes as home } from '@wheelhouse/home-web';
import { routes as identity } from '@wheelhouse/identity-web';
import { routes as mysteryShops } from '@wheelhouse/mystery-shops-web';
import { routes as org } from '@wheelhouse/org-web';
import { routes as pdca } from '@wheelhouse/pdca-web';
import { routes as reports } from '@wheelhouse/reports-web';
import { routes as standards } from '@wheelhouse/standards-web';
import { routes as tenantLife } from '@wheelhouse/tenant-life-web';
import type { FeatureRoute } from '@wheelhouse/web-core';
import { routes as design } from './design/index.js';

/** Every page of the product, as the features declare them. */
export const features: FeatureRoute[] = [
  ...home,
  ...identity,
  ...org,
  ...standards,
  ...audits,
  ...mysteryShops,
  ...pdca,
  ...reports,
  ...tenantLife,
  ...design,
];

import { MYSTERY_SHOPS_ENTITIES } from '@wheelhouse/mystery-shops-api';
import { PDCA_ENTITIES } from '@wheelhouse/pdca-api';
import { reportFeatures } from '@wheelhouse/reports-api/testing';
import { HomeModule } from '../home.module.js';

/** For `startApp`: everything up to home. */
export const homeFeatures = {
  imports: [HomeModule],
  entities: [...reportFeatures.entities, ...MYSTERY_SHOPS_ENTITIES, ...PDCA_ENTITIES],
};

import { OutletImportRowEntity } from './import/outlet-import-row.entity.js';
import { OutletImportEntity } from './import/outlet-import.entity.js';
import { OrgUnitPlacementEntity } from './org-unit-placement.entity.js';
import { OrgUnitEntity } from './org-unit.entity.js';
import { OutletPlacementEntity } from './outlet-placement.entity.js';
import { OutletEntity } from './outlet.entity.js';
import { PeerGroupEntity } from './peer-group.entity.js';
import { SchemeEntity } from './scheme.entity.js';
import { TenantLogoEntity } from './logo/tenant-logo.entity.js';

/** Every entity of this feature, for the composition root. */
export const ORG_ENTITIES = [
  OrgUnitEntity,
  OrgUnitPlacementEntity,
  OutletEntity,
  OutletImportEntity,
  OutletImportRowEntity,
  OutletPlacementEntity,
  PeerGroupEntity,
  SchemeEntity,
  TenantLogoEntity,
];

import type { Actor, OrgUnitResponse, PlacementResponse } from '@wheelhouse/contracts';
import { can } from '@wheelhouse/identity-domain';
import type { LocalizedText } from '@wheelhouse/kernel';
import { placeOf } from './org-tree.service.js';
import type { OrgUnitRow } from './org-units.repository.js';
import type { Stay } from './placements.js';
import type { OrgTree } from './tree.js';

/** A unit as its reader sees it; `outlets` holds the open outlets at or below each unit. */
export function presentUnit(
  unit: OrgUnitRow,
  tree: OrgTree<OrgUnitRow>,
  outlets: Map<string, number>,
  actor: Actor,
): OrgUnitResponse {
  return {
    id: unit.id,
    parentId: unit.parentId,
    kind: unit.kind,
    code: unit.code,
    name: unit.name,
    depth: tree.depth(unit.id),
    outlets: outlets.get(unit.id) ?? 0,
    can: { manage: can(actor, 'org.manage', placeOf(tree, unit.id)) },
  };
}

/** A history of stays, oldest first; the root's, which hangs under nothing, is empty. */
export function presentPlacements(stays: (Stay & { parentName: LocalizedText | null })[]): PlacementResponse[] {
  return stays.flatMap(({ parentId, parentName, from, until }) =>
    parentId && parentName ? [{ orgUnitId: parentId, orgUnitName: parentName, from, until }] : [],
  );
}

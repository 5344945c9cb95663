import type { Actor, OutletResponse } from '@wheelhouse/contracts';
import { can, type Place } from '@wheelhouse/identity-domain';
import type { OrgUnitRow } from './org-units.repository.js';
import type { OutletRow } from './outlets.repository.js';
import type { OrgTree } from './tree.js';

/** Where an outlet is, for policies. */
export function placeOfOutlet(outlet: { id: string; orgUnitId: string }, tree: OrgTree<OrgUnitRow>): Place {
  return { orgUnitPath: tree.path(outlet.orgUnitId), outletId: outlet.id };
}

/** An outlet as its reader sees it. */
export function presentOutlet(outlet: OutletRow, tree: OrgTree<OrgUnitRow>, actor: Actor): OutletResponse {
  return {
    id: outlet.id,
    code: outlet.code,
    name: outlet.name,
    kind: outlet.kind,
    orgUnitId: outlet.orgUnitId,
    orgUnitName: outlet.orgUnitName,
    peerGroupId: outlet.peerGroupId,
    peerGroupName: outlet.peerGroupName,
    cityTier: outlet.cityTier,
    city: outlet.city,
    latitude: outlet.latitude,
    longitude: outlet.longitude,
    timeZone: outlet.timeZone,
    openedOn: outlet.openedOn,
    closedOn: outlet.closedOn,
    attributes: outlet.attributes,
    can: { manage: can(actor, 'org.manage', placeOfOutlet(outlet, tree)) },
  };
}

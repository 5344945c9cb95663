import type { LocalizedText } from '@wheelhouse/kernel';
import type { Audience, EditionNetwork } from './edition.types.js';

/** Who gets an edition of a week: the tenant, then each region that hung directly under headquarters. */
export function audiencesOf(tenant: { id: string; name: LocalizedText }, network: EditionNetwork): Audience[] {
  const root = network.units.find(({ parentId }) => parentId === null);
  if (!root) return [];
  const regions = network.units.filter(({ parentId, kind }) => parentId === root.id && kind === 'region');
  return [
    { kind: 'tenant', id: tenant.id, unitId: root.id, name: tenant.name },
    ...regions.map(({ id, name }): Audience => ({ kind: 'org_unit', id, unitId: id, name })),
  ];
}

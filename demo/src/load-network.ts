import type { Role, ScopeKind } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import type { EntityManager } from 'typeorm';
import { insertRows } from './bulk-insert.js';
import type { DemoNetwork, DemoOutlet } from './network.types.js';
import type { Random } from './random.js';

export interface PlacedOutlet extends DemoOutlet {
  id: string;
  regionCode: string;
  regionId: string;
}

export interface PlacedNetwork {
  rootId: string;
  regions: Map<string, string>;
  outlets: PlacedOutlet[];
}

/** Inserts the tree, peer groups and outlets below the tenant's root. Newcomers open late. */
export async function loadNetwork(
  em: EntityManager,
  tenantId: string,
  network: DemoNetwork,
  openedOn: (code: string) => string,
  at: Date,
  random: Random,
): Promise<PlacedNetwork> {
  const [root] = await em.query(`SELECT id FROM org_units WHERE tenant_id = $1 AND parent_id IS NULL`, [tenantId]);
  const stamp = { tenant_id: tenantId, created_at: at.toISOString(), updated_at: at.toISOString() };
  const unit = (parentId: string, kind: string, code: string, name: LocalizedText) => ({
    ...stamp,
    id: random.id(at),
    parent_id: parentId,
    kind,
    code,
    name,
  });
  const regions = network.regions.map((region) => unit(root.id, 'region', region.code, region.name));
  const areas = network.regions.flatMap((region, r) =>
    region.areas.map((area) => unit(regions[r]?.id ?? '', 'area', area.code, area.name)),
  );
  await insertRows(em, 'org_units', [...regions, ...areas]);
  await insertRows(
    em,
    'org_unit_placements',
    [...regions, ...areas].map((row) => ({
      ...stamp,
      id: random.id(at),
      org_unit_id: row.id,
      parent_id: row.parent_id,
      valid_from: '2020-01-01',
    })),
  );
  const groups = network.peerGroups.map((group) => ({
    ...stamp,
    id: random.id(at),
    code: group.code,
    name: group.name,
  }));
  await insertRows(em, 'peer_groups', groups);

  const areaOf = new Map(areas.map((area) => [area.code, area]));
  const groupOf = new Map(groups.map((group) => [group.code, group.id]));
  const regionById = new Map(regions.map((region) => [region.id, region]));
  const rows = network.outlets.map((outlet) => ({
    ...stamp,
    id: random.id(at),
    code: outlet.code,
    name: outlet.name,
    kind: network.outletKind,
    org_unit_id: areaOf.get(outlet.area)?.id,
    peer_group_id: groupOf.get(outlet.peerGroup),
    city_tier: outlet.tier,
    city: outlet.city,
    latitude: outlet.latitude,
    longitude: outlet.longitude,
    time_zone: network.tenant.timeZone,
    opened_on: openedOn(outlet.code),
    attributes: {},
  }));
  await insertRows(em, 'outlets', rows);
  await insertRows(
    em,
    'outlet_placements',
    rows.map((row) => ({
      ...stamp,
      id: random.id(at),
      outlet_id: row.id,
      org_unit_id: row.org_unit_id,
      valid_from: row.opened_on,
    })),
  );
  return {
    rootId: root.id,
    regions: new Map(regions.map((region) => [region.code, region.id])),
    outlets: network.outlets.map((outlet, i) => {
      const region = regionById.get(areaOf.get(outlet.area)?.parent_id ?? '');
      return { ...outlet, id: rows[i]?.id ?? '', regionCode: region?.code ?? '', regionId: region?.id ?? '' };
    }),
  };
}

export interface DemoPerson {
  email: string;
  name: string;
  locale: 'en' | 'zh-CN';
  role: Role;
  scopeKind: ScopeKind;
  scopeId?: string;
}

/** Inserts people with their membership and one grant each; all share the demo's password. Answers member ids by e-mail. */
export async function loadPeople(
  em: EntityManager,
  tenantId: string,
  people: DemoPerson[],
  passwordHash: string,
  at: Date,
  random: Random,
): Promise<Map<string, string>> {
  const stamp = { created_at: at.toISOString(), updated_at: at.toISOString() };
  const rows = people.map((person) => ({ ...person, personId: random.id(at), memberId: random.id(at) }));
  await insertRows(
    em,
    'people',
    rows.map((row) => ({
      id: row.personId,
      email: row.email,
      name: row.name,
      password_hash: passwordHash,
      locale: row.locale,
      is_operator: false,
      ...stamp,
    })),
  );
  await insertRows(
    em,
    'members',
    rows.map((row) => ({ tenant_id: tenantId, id: row.memberId, person_id: row.personId, status: 'active', ...stamp })),
  );
  await insertRows(
    em,
    'role_grants',
    rows.map((row) => ({
      tenant_id: tenantId,
      id: random.id(at),
      member_id: row.memberId,
      role: row.role,
      scope_kind: row.scopeKind,
      scope_id: row.scopeId ?? null,
      ...stamp,
    })),
  );
  return new Map(rows.map((row) => [row.email, row.memberId]));
}

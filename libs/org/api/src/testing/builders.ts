import type { OrgUnitKind, RankingScheme } from '@wheelhouse/contracts';
import type { TestTenant } from '@wheelhouse/identity-api/testing';
import { type LocalizedText, newId } from '@wheelhouse/kernel';
import { normalScheme } from '../scheme.rule.js';

type Tenant = Pick<TestTenant, 'id' | 'rootId' | 'sql'>;

let made = 0;
const nextCode = (prefix: string) => `${prefix}-${String(++made).padStart(4, '0')}`;
const named = (code: string, kind: string): LocalizedText => ({ en: `${kind} ${code}`, zh: `${kind}${code}` });

/** An org unit, under the root unless told otherwise, that hung there since `from` (default: always). */
export async function anOrgUnit(
  t: Tenant,
  given: { parentId?: string; kind?: OrgUnitKind; code?: string; name?: LocalizedText; from?: string } = {},
): Promise<{ id: string; parentId: string; code: string; name: LocalizedText }> {
  const { parentId = t.rootId, kind = 'region', code = nextCode('U'), from = '1970-01-01' } = given;
  const unit = { id: newId(), parentId, code, name: given.name ?? named(code, 'Unit') };
  await t.sql(`INSERT INTO org_units (tenant_id, id, parent_id, kind, code, name) VALUES ($1, $2, $3, $4, $5, $6)`, [
    t.id,
    unit.id,
    parentId,
    kind,
    code,
    JSON.stringify(unit.name),
  ]);
  await t.sql(
    `INSERT INTO org_unit_placements (tenant_id, id, org_unit_id, parent_id, valid_from) VALUES ($1, $2, $3, $4, $5)`,
    [t.id, newId(), unit.id, parentId, from],
  );
  return unit;
}

export interface GivenOutlet {
  orgUnitId?: string;
  code?: string;
  name?: LocalizedText;
  kind?: string;
  peerGroupId?: string | null;
  city?: LocalizedText | null;
  timeZone?: string;
  openedOn?: string;
  closedOn?: string | null;
}

/** An outlet, under the root and open since 2020 unless told otherwise. */
export async function anOutlet(
  t: Tenant,
  given: GivenOutlet = {},
): Promise<{ id: string; code: string; name: LocalizedText; orgUnitId: string; peerGroupId: string | null }> {
  const {
    orgUnitId = t.rootId,
    code = nextCode('O'),
    kind = '4s',
    peerGroupId = null,
    openedOn = '2020-01-01',
  } = given;
  const outlet = { id: newId(), code, name: given.name ?? named(code, 'Outlet'), orgUnitId, peerGroupId };
  await t.sql(
    `INSERT INTO outlets (tenant_id, id, code, name, kind, org_unit_id, peer_group_id, city, time_zone, opened_on, closed_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      t.id,
      outlet.id,
      code,
      JSON.stringify(outlet.name),
      kind,
      orgUnitId,
      peerGroupId,
      given.city ? JSON.stringify(given.city) : null,
      given.timeZone ?? 'Asia/Shanghai',
      openedOn,
      given.closedOn ?? null,
    ],
  );
  await t.sql(
    `INSERT INTO outlet_placements (tenant_id, id, outlet_id, org_unit_id, valid_from) VALUES ($1, $2, $3, $4, $5)`,
    [t.id, newId(), outlet.id, orgUnitId, openedOn],
  );
  return outlet;
}

/** Moves an outlet to another unit from a day on, which must lie after its present place began. */
export async function theOutletMoved(t: Tenant, outletId: string, orgUnitId: string, from: string): Promise<void> {
  await t.sql(
    `UPDATE outlet_placements SET valid_until = $3 WHERE tenant_id = $1 AND outlet_id = $2 AND valid_until IS NULL`,
    [t.id, outletId, from],
  );
  await t.sql(
    `INSERT INTO outlet_placements (tenant_id, id, outlet_id, org_unit_id, valid_from) VALUES ($1, $2, $3, $4, $5)`,
    [t.id, newId(), outletId, orgUnitId, from],
  );
  await t.sql(`UPDATE outlets SET org_unit_id = $3 WHERE tenant_id = $1 AND id = $2`, [t.id, outletId, orgUnitId]);
}

/** A peer group. */
export async function aPeerGroup(
  t: Tenant,
  given: { code?: string; name?: LocalizedText } = {},
): Promise<{ id: string; code: string; name: LocalizedText }> {
  const code = given.code ?? nextCode('P');
  const group = { id: newId(), code, name: given.name ?? named(code, 'Peers') };
  await t.sql(`INSERT INTO peer_groups (tenant_id, id, code, name) VALUES ($1, $2, $3, $4)`, [
    t.id,
    group.id,
    code,
    JSON.stringify(group.name),
  ]);
  return group;
}

/** The tenant's next scheme: the present one with what is given. Answers its version. */
export async function aScheme(t: Tenant, given: Partial<Omit<RankingScheme, 'version'>>): Promise<number> {
  const [present] = await t.sql<{ version: number; body: Omit<RankingScheme, 'version'> }>(
    `SELECT version, body FROM schemes WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1`,
    [t.id],
  );
  if (!present) throw new Error('The tenant has no scheme');
  const body = normalScheme({ ...present.body, ...given });
  await t.sql(`INSERT INTO schemes (tenant_id, id, version, body) VALUES ($1, $2, $3, $4)`, [
    t.id,
    newId(),
    present.version + 1,
    JSON.stringify(body),
  ]);
  return present.version + 1;
}

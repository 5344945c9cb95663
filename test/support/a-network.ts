import type { Caller, TestTenant } from '@wheelhouse/identity-api/testing';
import { ok } from './call.js';

/** A small network: two regions with an area in the north; outlets n1 (in the area), n2, n3, n4 in the north, s1 in the south. */
export interface Network {
  north: string;
  south: string;
  area: string;
  peerGroup: string;
  n1: string;
  n2: string;
  n3: string;
  n4: string;
  s1: string;
}

/** The network of a tenant, made by its administrator through the API. */
export async function aNetwork(t: TestTenant, admin: Caller): Promise<Network> {
  const named = (en: string, zh: string) => ({ en: `${en} ${t.slug}`, zh: `${zh} ${t.slug}` });
  const make = async (path: string, body: object): Promise<string> =>
    (await ok<{ id: string }>(admin.post(path, body))).id;
  const unit = (parentId: string, kind: string, code: string) =>
    make('/api/v1/org-units', { parentId, kind, code: `${code}-${t.slug}`, name: named(code, code) });
  const north = await unit(t.rootId, 'region', 'NORTH');
  const south = await unit(t.rootId, 'region', 'SOUTH');
  const area = await unit(north, 'area', 'AREA');
  const peerGroup = await make('/api/v1/peer-groups', { code: `PG-${t.slug}`, name: named('City shops', '城市店') });
  const outlet = (code: string, orgUnitId: string) =>
    make('/api/v1/outlets', {
      code: `${code}-${t.slug}`,
      name: named(`Outlet ${code}`, `门店${code}`),
      kind: '4s',
      orgUnitId,
      peerGroupId: peerGroup,
      city: named('City', '城市'),
      openedOn: '2020-01-01',
    });
  const [n1, n2, n3, n4] = [
    await outlet('N1', area),
    await outlet('N2', north),
    await outlet('N3', north),
    await outlet('N4', north),
  ];
  const s1 = await outlet('S1', south);
  return { north, south, area, peerGroup, n1, n2, n3, n4, s1 };
}

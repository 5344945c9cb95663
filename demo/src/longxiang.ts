import { readFileSync } from 'node:fs';
import type { CityTier } from '@wheelhouse/contracts';
import type { DemoNetwork, DemoOutlet } from './network.types.js';

interface Named {
  code: string;
  en: string;
  zh: string;
}

interface City {
  en: string;
  zh: string;
  tier: CityTier;
  latitude: number;
  longitude: number;
}

/** Region → area → five cities; each city has two outlets: 8 × 3 × 5 × 2 = 240. */
const REGIONS = JSON.parse(
  readFileSync(new URL('../content/longxiang-cities.json', import.meta.url), 'utf8'),
) as (Named & { areas: (Named & { cities: City[] })[] })[];

const named = ({ code, en, zh }: Named) => ({ code, name: { en, zh } });

const SITES: [string, string][] = [
  ['Riverside', '滨江店'],
  ['High-tech Park', '高新店'],
  ['New Town', '新城店'],
  ['Airport Road', '空港店'],
  ['City North', '城北店'],
  ['City South', '城南店'],
];

const peerGroupOf = (tier: CityTier, first: boolean) =>
  tier === '1' ? (first ? 'T1L' : 'T1S') : tier === '2' ? 'T2' : tier === '3' ? 'T3' : 'T4';

function outlets(): DemoOutlet[] {
  return REGIONS.flatMap(({ areas }) =>
    areas.flatMap(({ code: area, cities }) =>
      cities.flatMap(({ en, zh, tier, latitude, longitude }, c) =>
        [0, 1].map((second) => {
          const [siteEn, siteZh] = SITES[(c * 2 + second + area.length) % SITES.length] as [string, string];
          return {
            code: `${area}-${String(c * 2 + second + 1).padStart(2, '0')}`,
            name: { en: `${en} ${siteEn}`, zh: `${zh}${siteZh}` },
            city: { en, zh },
            tier,
            peerGroup: peerGroupOf(tier, second === 0),
            area,
            latitude: latitude + 0.03 * second,
            longitude: longitude + 0.04 * second,
          };
        }),
      ),
    ),
  );
}

/** Longxiang Auto 龙骧汽车: 240 4S outlets in 8 regions. */
export const LONGXIANG: DemoNetwork = {
  tenant: {
    slug: 'longxiang',
    domain: 'longxiang.demo',
    name: { en: 'Longxiang Auto', zh: '龙骧汽车' },
    timeZone: 'Asia/Shanghai',
    weekStart: 1,
    accent: '#0f5e9c',
  },
  outletKind: '4s',
  regions: REGIONS.map(({ areas, ...region }) => ({ ...named(region), areas: areas.map(named) })),
  peerGroups: [
    { code: 'T1L', name: { en: '4S · tier 1 · large', zh: '4S · 一线 · 大型' } },
    { code: 'T1S', name: { en: '4S · tier 1 · standard', zh: '4S · 一线 · 标准' } },
    { code: 'T2', name: { en: '4S · tier 2', zh: '4S · 二线' } },
    { code: 'T3', name: { en: '4S · tier 3', zh: '4S · 三线' } },
    { code: 'T4', name: { en: '4S · tier 4', zh: '4S · 四线' } },
  ],
  outlets: outlets(),
  scheme: {
    sources: [
      { source: 'self_check', weight: 10, windowWeeks: 4, minN: 1 },
      { source: 'audit', weight: 55, windowWeeks: 13, minN: 1 },
      { source: 'mystery_shop', weight: 35, windowWeeks: 26, minN: 1 },
    ],
    minCoverage: 0.6,
    minSample: 3,
    rankPartial: true,
    minPeers: 5,
  },
};

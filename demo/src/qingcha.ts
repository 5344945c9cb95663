import type { CityTier } from '@wheelhouse/contracts';
import type { DemoNetwork, DemoOutlet } from './network.types.js';

type City = [en: string, zh: string, tier: CityTier, latitude: number, longitude: number];

/** Region → area → cities with ten or five shops each: 60 in all. */
const MAP: [string, string, string, [string, string, string, City[]][]][] = [
  [
    'BKK',
    'Greater Bangkok',
    '大曼谷区',
    [
      [
        'BKK1',
        'Bangkok Centre',
        '曼谷市中心',
        [
          ['Siam', '暹罗', '1', 13.746, 100.534],
          ['Silom', '是隆', '1', 13.728, 100.533],
          ['Sukhumvit', '素坤逸', '1', 13.736, 100.56],
          ['Ari', '阿黎', '1', 13.78, 100.545],
        ],
      ],
      [
        'BKK2',
        'Bangkok Suburbs',
        '曼谷郊区',
        [
          ['Nonthaburi', '暖武里', '2', 13.86, 100.52],
          ['Rangsit', '兰实', '2', 13.99, 100.62],
        ],
      ],
    ],
  ],
  [
    'NTH',
    'North',
    '北部区',
    [
      [
        'NTH1',
        'Chiang Mai',
        '清迈',
        [
          ['Chiang Mai Old Town', '清迈古城', '2', 18.79, 98.99],
          ['Nimman', '宁曼', '2', 18.8, 98.97],
          ['Chiang Rai', '清莱', '3', 19.91, 99.83],
        ],
      ],
    ],
  ],
  [
    'STH',
    'South',
    '南部区',
    [
      [
        'STH1',
        'Phuket',
        '普吉',
        [
          ['Phuket Town', '普吉镇', '2', 7.88, 98.39],
          ['Patong', '芭东', '2', 7.9, 98.3],
          ['Hat Yai', '合艾', '3', 7.01, 100.47],
        ],
      ],
    ],
  ],
];

const SITES: [string, string][] = [
  ['Market', '市集店'],
  ['Station', '车站店'],
  ['Mall', '商场店'],
  ['Garden', '花园店'],
  ['Campus', '校园店'],
];

function outlets(): DemoOutlet[] {
  return MAP.flatMap(([, , , areas]) =>
    areas.flatMap(([area, , , cities]) =>
      cities.flatMap(([en, zh, tier, latitude, longitude], c) =>
        SITES.map(([siteEn, siteZh], s) => ({
          code: `${area}-${String(c * SITES.length + s + 1).padStart(2, '0')}`,
          name: { en: `${en} ${siteEn}`, zh: `${zh}${siteZh}` },
          city: { en, zh },
          tier,
          peerGroup: siteEn === 'Mall' || siteEn === 'Station' ? 'KIOSK' : 'STREET',
          area,
          latitude: latitude + 0.004 * s,
          longitude: longitude + 0.003 * s,
        })),
      ),
    ),
  );
}

/** Qingcha 青茶: 60 tea shops in another time zone, whose weeks begin on Sunday. */
export const QINGCHA: DemoNetwork = {
  tenant: {
    slug: 'qingcha',
    domain: 'qingcha.demo',
    name: { en: 'Qingcha Tea', zh: '青茶' },
    timeZone: 'Asia/Bangkok',
    weekStart: 7,
    accent: '#3f7d3a',
  },
  outletKind: 'tea_shop',
  regions: MAP.map(([code, en, zh, areas]) => ({
    code,
    name: { en, zh },
    areas: areas.map(([areaCode, areaEn, areaZh]) => ({ code: areaCode, name: { en: areaEn, zh: areaZh } })),
  })),
  peerGroups: [
    { code: 'STREET', name: { en: 'Street shop', zh: '街边店' } },
    { code: 'KIOSK', name: { en: 'Mall & station', zh: '商场与车站店' } },
  ],
  outlets: outlets(),
  scheme: {
    sources: [
      { source: 'self_check', weight: 30, windowWeeks: 4, minN: 1 },
      { source: 'audit', weight: 70, windowWeeks: 13, minN: 1 },
    ],
    minCoverage: 0.6,
    minSample: 3,
    rankPartial: false,
    minPeers: 5,
  },
};

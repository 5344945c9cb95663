import type { CityTier } from '@wheelhouse/contracts';
import type { DemoNetwork, DemoOutlet } from './network.types.js';

type City = [en: string, zh: string, tier: CityTier, latitude: number, longitude: number];

/** Region → area → five cities; each city has two outlets: 8 × 3 × 5 × 2 = 240. */
const MAP: [string, string, string, [string, string, string, City[]][]][] = [
  [
    'E',
    'East',
    '华东大区',
    [
      [
        'E1',
        'Shanghai',
        '上海小区',
        [
          ['Shanghai Pudong', '上海浦东', '1', 31.22, 121.54],
          ['Shanghai Minhang', '上海闵行', '1', 31.11, 121.38],
          ['Shanghai Jiading', '上海嘉定', '1', 31.38, 121.26],
          ['Shanghai Songjiang', '上海松江', '1', 31.03, 121.23],
          ['Nantong', '南通', '2', 31.98, 120.89],
        ],
      ],
      [
        'E2',
        'Jiangsu',
        '江苏小区',
        [
          ['Nanjing', '南京', '2', 32.06, 118.8],
          ['Suzhou', '苏州', '2', 31.3, 120.58],
          ['Wuxi', '无锡', '2', 31.49, 120.31],
          ['Changzhou', '常州', '3', 31.81, 119.97],
          ['Yangzhou', '扬州', '3', 32.39, 119.41],
        ],
      ],
      [
        'E3',
        'Zhejiang',
        '浙江小区',
        [
          ['Hangzhou', '杭州', '2', 30.27, 120.15],
          ['Ningbo', '宁波', '2', 29.87, 121.55],
          ['Wenzhou', '温州', '3', 27.99, 120.7],
          ['Jiaxing', '嘉兴', '3', 30.75, 120.76],
          ['Shaoxing', '绍兴', '3', 30.0, 120.58],
        ],
      ],
    ],
  ],
  [
    'N',
    'North',
    '华北大区',
    [
      [
        'N1',
        'Beijing',
        '北京小区',
        [
          ['Beijing Chaoyang', '北京朝阳', '1', 39.92, 116.44],
          ['Beijing Haidian', '北京海淀', '1', 39.96, 116.3],
          ['Beijing Fengtai', '北京丰台', '1', 39.86, 116.29],
          ['Beijing Tongzhou', '北京通州', '1', 39.91, 116.66],
          ['Langfang', '廊坊', '3', 39.54, 116.68],
        ],
      ],
      [
        'N2',
        'Hebei & Tianjin',
        '津冀小区',
        [
          ['Tianjin', '天津', '2', 39.13, 117.2],
          ['Shijiazhuang', '石家庄', '2', 38.04, 114.51],
          ['Tangshan', '唐山', '3', 39.63, 118.18],
          ['Baoding', '保定', '3', 38.87, 115.46],
          ['Handan', '邯郸', '4', 36.63, 114.54],
        ],
      ],
      [
        'N3',
        'Shanxi & Inner Mongolia',
        '晋蒙小区',
        [
          ['Taiyuan', '太原', '2', 37.87, 112.55],
          ['Datong', '大同', '4', 40.08, 113.3],
          ['Hohhot', '呼和浩特', '3', 40.84, 111.75],
          ['Baotou', '包头', '3', 40.66, 109.84],
          ['Linfen', '临汾', '4', 36.09, 111.52],
        ],
      ],
    ],
  ],
  [
    'S',
    'South',
    '华南大区',
    [
      [
        'S1',
        'Guangzhou & Foshan',
        '广佛小区',
        [
          ['Guangzhou Tianhe', '广州天河', '1', 23.12, 113.36],
          ['Guangzhou Panyu', '广州番禺', '1', 22.94, 113.38],
          ['Guangzhou Baiyun', '广州白云', '1', 23.16, 113.27],
          ['Foshan', '佛山', '2', 23.02, 113.12],
          ['Zhaoqing', '肇庆', '4', 23.05, 112.47],
        ],
      ],
      [
        'S2',
        'Shenzhen & Dongguan',
        '深莞小区',
        [
          ['Shenzhen Nanshan', '深圳南山', '1', 22.53, 113.93],
          ['Shenzhen Longgang', '深圳龙岗', '1', 22.72, 114.25],
          ['Shenzhen Baoan', '深圳宝安', '1', 22.55, 113.88],
          ['Dongguan', '东莞', '2', 23.02, 113.75],
          ['Huizhou', '惠州', '3', 23.11, 114.42],
        ],
      ],
      [
        'S3',
        'Guangxi & Hainan',
        '桂琼小区',
        [
          ['Nanning', '南宁', '2', 22.82, 108.37],
          ['Liuzhou', '柳州', '3', 24.33, 109.43],
          ['Guilin', '桂林', '4', 25.27, 110.29],
          ['Haikou', '海口', '3', 20.04, 110.34],
          ['Sanya', '三亚', '4', 18.25, 109.51],
        ],
      ],
    ],
  ],
  [
    'C',
    'Central',
    '华中大区',
    [
      [
        'C1',
        'Hubei',
        '湖北小区',
        [
          ['Wuhan', '武汉', '2', 30.59, 114.31],
          ['Yichang', '宜昌', '3', 30.69, 111.29],
          ['Xiangyang', '襄阳', '3', 32.01, 112.12],
          ['Jingzhou', '荆州', '4', 30.33, 112.24],
          ['Huangshi', '黄石', '4', 30.2, 115.04],
        ],
      ],
      [
        'C2',
        'Hunan',
        '湖南小区',
        [
          ['Changsha', '长沙', '2', 28.23, 112.94],
          ['Zhuzhou', '株洲', '3', 27.83, 113.13],
          ['Hengyang', '衡阳', '3', 26.89, 112.57],
          ['Yueyang', '岳阳', '3', 29.36, 113.13],
          ['Changde', '常德', '4', 29.03, 111.7],
        ],
      ],
      [
        'C3',
        'Jiangxi',
        '江西小区',
        [
          ['Nanchang', '南昌', '2', 28.68, 115.86],
          ['Ganzhou', '赣州', '3', 25.83, 114.93],
          ['Jiujiang', '九江', '3', 29.71, 116.0],
          ['Shangrao', '上饶', '4', 28.45, 117.97],
          ['Yichun', '宜春', '4', 27.81, 114.42],
        ],
      ],
    ],
  ],
  [
    'W',
    'Southwest',
    '西南大区',
    [
      [
        'W1',
        'Sichuan',
        '四川小区',
        [
          ['Chengdu', '成都', '2', 30.57, 104.07],
          ['Mianyang', '绵阳', '3', 31.47, 104.68],
          ['Deyang', '德阳', '4', 31.13, 104.4],
          ['Nanchong', '南充', '4', 30.8, 106.11],
          ['Yibin', '宜宾', '4', 28.75, 104.64],
        ],
      ],
      [
        'W2',
        'Chongqing',
        '重庆小区',
        [
          ['Chongqing Yubei', '重庆渝北', '2', 29.72, 106.63],
          ['Chongqing Nanan', '重庆南岸', '2', 29.52, 106.56],
          ['Chongqing Jiulongpo', '重庆九龙坡', '2', 29.5, 106.51],
          ['Wanzhou', '万州', '4', 30.81, 108.4],
          ['Fuling', '涪陵', '4', 29.7, 107.39],
        ],
      ],
      [
        'W3',
        'Yunnan & Guizhou',
        '云贵小区',
        [
          ['Kunming', '昆明', '2', 24.88, 102.83],
          ['Qujing', '曲靖', '4', 25.49, 103.8],
          ['Guiyang', '贵阳', '2', 26.65, 106.63],
          ['Zunyi', '遵义', '3', 27.73, 106.93],
          ['Dali', '大理', '4', 25.61, 100.27],
        ],
      ],
    ],
  ],
  [
    'NE',
    'Northeast',
    '东北大区',
    [
      [
        'NE1',
        'Liaoning',
        '辽宁小区',
        [
          ['Shenyang', '沈阳', '2', 41.8, 123.43],
          ['Dalian', '大连', '2', 38.91, 121.61],
          ['Anshan', '鞍山', '4', 41.11, 122.99],
          ['Jinzhou', '锦州', '4', 41.1, 121.13],
          ['Yingkou', '营口', '4', 40.67, 122.24],
        ],
      ],
      [
        'NE2',
        'Jilin',
        '吉林小区',
        [
          ['Changchun', '长春', '2', 43.82, 125.32],
          ['Jilin City', '吉林市', '3', 43.84, 126.55],
          ['Siping', '四平', '4', 43.17, 124.35],
          ['Tonghua', '通化', '4', 41.73, 125.94],
          ['Songyuan', '松原', '4', 45.14, 124.83],
        ],
      ],
      [
        'NE3',
        'Heilongjiang',
        '黑龙江小区',
        [
          ['Harbin', '哈尔滨', '2', 45.8, 126.53],
          ['Daqing', '大庆', '3', 46.59, 125.1],
          ['Qiqihar', '齐齐哈尔', '4', 47.35, 123.92],
          ['Mudanjiang', '牡丹江', '4', 44.55, 129.63],
          ['Jiamusi', '佳木斯', '4', 46.8, 130.32],
        ],
      ],
    ],
  ],
  [
    'NW',
    'Northwest',
    '西北大区',
    [
      [
        'NW1',
        'Shaanxi',
        '陕西小区',
        [
          ["Xi'an", '西安', '2', 34.34, 108.94],
          ['Baoji', '宝鸡', '4', 34.36, 107.24],
          ['Xianyang', '咸阳', '3', 34.33, 108.71],
          ['Weinan', '渭南', '4', 34.5, 109.51],
          ['Yulin', '榆林', '4', 38.29, 109.73],
        ],
      ],
      [
        'NW2',
        'Gansu & Ningxia',
        '甘宁小区',
        [
          ['Lanzhou', '兰州', '2', 36.06, 103.83],
          ['Tianshui', '天水', '4', 34.58, 105.72],
          ['Yinchuan', '银川', '3', 38.49, 106.23],
          ['Jiuquan', '酒泉', '4', 39.73, 98.49],
          ['Xining', '西宁', '3', 36.62, 101.78],
        ],
      ],
      [
        'NW3',
        'Xinjiang',
        '新疆小区',
        [
          ['Urumqi', '乌鲁木齐', '2', 43.83, 87.62],
          ['Changji', '昌吉', '4', 44.01, 87.31],
          ['Kashgar', '喀什', '4', 39.47, 75.99],
          ['Korla', '库尔勒', '4', 41.76, 86.15],
          ['Yining', '伊宁', '4', 43.91, 81.28],
        ],
      ],
    ],
  ],
  [
    'SE',
    'Southeast',
    '东南大区',
    [
      [
        'SE1',
        'Shandong',
        '山东小区',
        [
          ['Jinan', '济南', '2', 36.65, 117.12],
          ['Qingdao', '青岛', '2', 36.07, 120.38],
          ['Yantai', '烟台', '3', 37.46, 121.45],
          ['Weifang', '潍坊', '3', 36.71, 119.16],
          ['Linyi', '临沂', '3', 35.1, 118.36],
        ],
      ],
      [
        'SE2',
        'Fujian',
        '福建小区',
        [
          ['Fuzhou', '福州', '2', 26.07, 119.3],
          ['Xiamen', '厦门', '2', 24.48, 118.09],
          ['Quanzhou', '泉州', '2', 24.87, 118.68],
          ['Zhangzhou', '漳州', '3', 24.51, 117.65],
          ['Putian', '莆田', '4', 25.45, 119.01],
        ],
      ],
      [
        'SE3',
        'Anhui',
        '安徽小区',
        [
          ['Hefei', '合肥', '2', 31.82, 117.23],
          ['Wuhu', '芜湖', '3', 31.35, 118.43],
          ['Bengbu', '蚌埠', '4', 32.92, 117.39],
          ['Fuyang', '阜阳', '4', 32.89, 115.81],
          ['Anqing', '安庆', '4', 30.54, 117.06],
        ],
      ],
    ],
  ],
];

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
  return MAP.flatMap(([, , , areas]) =>
    areas.flatMap(([area, , , cities]) =>
      cities.flatMap(([en, zh, tier, latitude, longitude], c) =>
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
  regions: MAP.map(([code, en, zh, areas]) => ({
    code,
    name: { en: `${en} Region`, zh },
    areas: areas.map(([areaCode, areaEn, areaZh]) => ({ code: areaCode, name: { en: areaEn, zh: areaZh } })),
  })),
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

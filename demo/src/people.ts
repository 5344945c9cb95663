import type { DemoNetwork } from './network.types.js';
import type { DemoPerson, PlacedNetwork } from './load-network.js';
import type { Random } from './random.js';

const FAMILY = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
  '马',
  '罗',
];
const GIVEN = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀兰',
  '霞',
  '平',
  '刚',
  '桂英',
  '建华',
  '文',
  '玉兰',
];

/** Who is behind the demo accounts, and everybody else who fills in audits. */
export interface Cast {
  people: DemoPerson[];
  /** E-mail of the franchise manager of each outlet, by outlet id. */
  managerOf: Map<string, string>;
  /** E-mails of the supervisors of each region, by region code; the second of the second region is lenient. */
  supervisorsOf: Map<string, string[]>;
  shoppers: string[];
  /** shopper@ and others who joined for the running wave. */
  newShoppers: string[];
}

const SHOPPERS = 24;
const NEW_SHOPPERS = 7;

/** Casts a network. `managerOutlet` is the outlet of the account manager@. */
export function castOf(network: DemoNetwork, placed: PlacedNetwork, managerOutlet: string, random: Random): Cast {
  const { domain } = network.tenant;
  const person = () => `${random.pick(FAMILY)}${random.pick(GIVEN)}`;
  const people: DemoPerson[] = [
    { email: `quality@${domain}`, name: '陈静', locale: 'zh-CN', role: 'quality_manager', scopeKind: 'tenant' },
    { email: `viewer@${domain}`, name: 'Laura Meyer', locale: 'en', role: 'viewer', scopeKind: 'tenant' },
  ];
  const managerOf = new Map<string, string>();
  for (const outlet of placed.outlets) {
    const email =
      outlet.code === managerOutlet ? `manager@${domain}` : `manager.${outlet.code.toLowerCase()}@${domain}`;
    managerOf.set(outlet.id, email);
    people.push({
      email,
      name: outlet.code === managerOutlet ? '刘洋' : person(),
      locale: 'zh-CN',
      role: 'franchise_manager',
      scopeKind: 'outlet',
      scopeId: outlet.id,
    });
  }
  const supervisorsOf = new Map<string, string[]>();
  for (const [index, region] of network.regions.entries()) {
    const emails = [0, 1].map((n) =>
      index === 0 && n === 0 ? `supervisor@${domain}` : `supervisor${n + 1}.${region.code.toLowerCase()}@${domain}`,
    );
    supervisorsOf.set(region.code, emails);
    for (const [n, email] of emails.entries()) {
      people.push({
        email,
        name: index === 0 && n === 0 ? '周敏' : person(),
        locale: 'zh-CN',
        role: 'supervisor',
        scopeKind: 'org_unit',
        scopeId: placed.regions.get(region.code),
      });
    }
  }
  const shoppers = Array.from({ length: SHOPPERS }, (_, n) => `shopper${n + 1}@${domain}`);
  const newShoppers = Array.from({ length: NEW_SHOPPERS }, (_, n) =>
    n === 0 ? `shopper@${domain}` : `shopper${SHOPPERS + n}@${domain}`,
  );
  for (const email of [...newShoppers, ...shoppers]) {
    people.push({
      email,
      name: email === newShoppers[0] ? '孙悦' : person(),
      locale: 'zh-CN',
      role: 'mystery_shopper',
      scopeKind: 'own',
    });
  }
  return { people, managerOf, supervisorsOf, shoppers, newShoppers };
}

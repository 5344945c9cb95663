import { readFileSync } from 'node:fs';
import type { StandardBody } from '@wheelhouse/contracts';
import type { TenantStory } from './load-tenant.js';
import { LONGXIANG } from './longxiang.js';
import { QINGCHA } from './qingcha.js';

const content = (name: string): StandardBody =>
  JSON.parse(readFileSync(new URL(`../content/${name}.json`, import.meta.url), 'utf8')) as StandardBody;

/** The two tenants of the demo. */
export const STORIES: TenantStory[] = [
  {
    network: LONGXIANG,
    seed: 20260101,
    standards: [
      { document: content('AS-4S'), kinds: ['self_check', 'supervisor_audit'] },
      { document: content('SALES-4S'), kinds: ['hq_audit'] },
      { document: content('MS-4S'), kinds: ['mystery_shop'] },
    ],
    plan: {
      selfCheckShare: 0.88,
      supervisorEvery: 4,
      waves: [
        [5, 8],
        [18, 21],
      ],
      hqShare: 0.2,
    },
    waves: [
      {
        name: { en: 'Spring wave', zh: '春季暗访' },
        scenario: {
          en: 'Booked maintenance with a noise from the front left wheel; one tyre 0.4 bar low.',
          zh: '预约保养，左前轮异响；一条轮胎气压低 0.4 bar。',
        },
      },
      {
        name: { en: 'Summer wave', zh: '夏季暗访' },
        scenario: {
          en: 'Booked maintenance, air conditioning smells; windscreen washer empty.',
          zh: '预约保养，空调有异味；玻璃水已空。',
        },
      },
    ],
    managerOutlet: 'E3-01',
  },
  {
    network: QINGCHA,
    seed: 20260202,
    standards: [{ document: content('TEA'), kinds: ['self_check', 'supervisor_audit', 'hq_audit'] }],
    plan: { selfCheckShare: 0.93, supervisorEvery: 3, waves: [], hqShare: 0.1 },
    waves: [],
    managerOutlet: 'BKK1-02',
  },
];

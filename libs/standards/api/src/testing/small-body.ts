import type { StandardBody, StandardItem, StandardKind } from '@wheelhouse/contracts';
import { emptyStandardBody } from '../empty-standard-body.js';

export interface BodyOverrides {
  code?: string;
  kind?: StandardKind;
  version?: string;
}

/**
 * A small publishable body with an item of every kind: `A-01` yes/no, `A-02` scale 0–4, `A-03` sample of 10, `A-04` yes/no
 * that may be N/A, `A-05` red line that caps the total at 59; `B-01` lower is better (2 full, 8 none), `B-02` higher is
 * better (60 full, 30 none), `B-03` choice (`full` 1, `half` 0.5, `none` 0; may be N/A), `B-04` red line that fails.
 * Sections weigh 60 and 40.
 */
export function smallBody({ code = 'SMALL', kind = 'store', version = '1.0.0' }: BodyOverrides = {}): StandardBody {
  const empty = emptyStandardBody({ code, kind, name: { en: `Standard ${code}`, zh: `标准 ${code}` } });
  return {
    ...empty,
    version,
    dictionaries: {
      ...empty.dictionaries,
      moments_of_truth: { M01: { en: 'Arrival', zh: '到店' }, M02: { en: 'Farewell', zh: '送别' } },
    },
    sections: [
      {
        id: 'A',
        en: 'Reception',
        zh: '接待',
        weight: 60,
        items: [
          item('A-01', { en: 'Greeted at once', zh: '立即问候', weight: 2, mot: 'M01' }),
          item('A-02', { en: 'The counter is clean', zh: '柜台整洁', type: 'scale', scale: FIVE_STEPS }),
          item('A-03', { en: 'Orders are complete', zh: '订单完整', weight: 3, type: 'sample', sample: { size: 10 } }),
          item('A-04', { en: 'The parking sign is lit', zh: '停车指示灯亮', na_allowed: true }),
          item('A-05', {
            en: 'The licence hangs on the wall',
            zh: '证照上墙',
            critical: { rule: 'cap_total', cap: 59 },
          }),
        ],
      },
      {
        id: 'B',
        en: 'Service',
        zh: '服务',
        weight: 40,
        items: [
          item('B-01', {
            en: 'Minutes of waiting',
            zh: '等待分钟数',
            type: 'numeric_max',
            numeric: { full_at: 2, zero_at: 8, unit: 'min' },
          }),
          item('B-02', {
            en: 'Share of members',
            zh: '会员占比',
            type: 'numeric_min',
            numeric: { full_at: 60, zero_at: 30, unit: '%' },
          }),
          item('B-03', {
            en: 'The price was named',
            zh: '告知价格',
            type: 'choice',
            options: OPTIONS,
            na_allowed: true,
            mot: 'M02',
          }),
          item('B-04', { en: 'No expired goods', zh: '无过期商品', weight: 2, critical: { rule: 'fail' } }),
        ],
      },
    ],
  };
}

const FIVE_STEPS = {
  min: 0,
  max: 4,
  anchors_en: ['absent', 'poor', 'partial', 'good', 'fully met'],
  anchors_zh: ['无', '差', '部分', '良好', '完全达标'],
};

const OPTIONS = [
  { code: 'full', en: 'Without asking', zh: '主动告知', credit: 1 },
  { code: 'half', en: 'After asking', zh: '询问后告知', credit: 0.5 },
  { code: 'none', en: 'Not at all', zh: '未告知', credit: 0 },
];

function item(id: string, own: Pick<StandardItem, 'en' | 'zh'> & Partial<StandardItem>): StandardItem {
  return {
    id,
    weight: 1,
    type: 'yes_no',
    critical: null,
    evidence: { kind: ['photo'], required_on: 'fail' },
    servqual: 'REL',
    mot: null,
    department: 'MGT',
    na_allowed: false,
    ...own,
  };
}

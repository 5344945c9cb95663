import type { Answer, Answers, StandardBody, StandardItem } from '@wheelhouse/contracts';
import type { Random } from './random.js';

/** How likely each item is met: an outlet's quality, with what is special about some items. */
export interface SheetWish {
  quality: number;
  /** Item id → chance of its own. */
  special: Map<string, number>;
  /** Red-line items that must be missed. */
  missed: string[];
}

/** Red lines are rarely crossed: people know them. */
const RED_LINE_QUALITY = 0.9985;

/** Fills in a whole standard as somebody would at an outlet of that quality. */
export function fillIn(body: StandardBody, wish: SheetWish, random: Random): Answers {
  const answers: Answers = {};
  for (const section of body.sections) {
    for (const item of section.items)
      answers[item.id] = answerTo(item, chanceFor(item, wish), wish.missed.includes(item.id), random);
  }
  return answers;
}

function chanceFor(item: StandardItem, wish: SheetWish): number {
  const own = wish.special.get(item.id);
  if (own !== undefined) return own;
  return item.critical ? Math.max(RED_LINE_QUALITY, wish.quality) : wish.quality;
}

function answerTo(item: StandardItem, chance: number, missed: boolean, random: Random): Answer {
  if (item.na_allowed && !missed && random.chance(0.06))
    return { na: true, naReason: random.pick(['本月无此业务', 'No such case this month', '设备停用']) };
  const met = !missed && random.chance(chance);
  const part = Math.min(1, Math.max(0, random.normal(chance * 0.65, 0.2)));
  const note = !met && random.chance(0.25) ? { note: random.pick(NOTES) } : {};
  switch (item.type) {
    case 'yes_no':
      return { value: met, ...note };
    case 'sample': {
      const n = item.sample?.size ?? 10;
      return { value: { ok: met ? n : Math.min(n - 1, Math.round(part * n)), n }, ...note };
    }
    case 'scale': {
      const { min = 0, max = 4 } = item.scale ?? {};
      return { value: met ? max : Math.min(max - 1, Math.round(min + part * (max - min))), ...note };
    }
    case 'choice': {
      const options = [...(item.options ?? [])].sort((a, b) => b.credit - a.credit);
      return { value: (met ? options[0] : random.pick(options.slice(1)))?.code ?? '', ...note };
    }
    case 'numeric_max':
    case 'numeric_min': {
      const { full_at = 0, zero_at = 1 } = item.numeric ?? {};
      const better = random.next() * 0.15 * (full_at - zero_at);
      const raw = met
        ? full_at + (item.type === 'numeric_max' ? Math.min(0, better) : Math.max(0, better))
        : full_at + (1 - part) * 0.8 * (zero_at - full_at) + 0.05 * (zero_at - full_at);
      const limited = item.numeric?.unit === '%' ? Math.min(100, raw) : raw;
      return { value: Math.max(0, Math.round(limited * 10) / 10), ...note };
    }
  }
}

const NOTES = [
  '高峰时段人手不足',
  '抽查的工单中有两张填写不全',
  '新员工未培训',
  '10:30 与车间主管共同核对',
  '系统记录与纸质单不一致',
  '午后看板未更新',
];

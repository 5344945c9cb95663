import type { Effect, Measurement, Metric } from '@wheelhouse/contracts';
import { displayRound, type Locale } from '@wheelhouse/kernel';

type Unit = 'percent' | 'points';

/** Pass rates are percentages, everything else is a score. */
export const unitOf = ({ kind }: Pick<Metric, 'kind'>): Unit => (kind === 'item_pass_rate' ? 'percent' : 'points');

const digitsOf = (unit: Unit) => (unit === 'percent' ? 0 : 1);

/** A figure of a metric: `61%`, `84.2`. */
export function figureText(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return '—';
  const text = displayRound(value, digitsOf(unit)).toFixed(digitsOf(unit));
  return unit === 'percent' ? `${text}%` : text;
}

/** A signed change of a metric, in points: `+27`, `−3.1`, `±0`. */
export function changeText(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return '—';
  const digits = digitsOf(unit);
  const size = displayRound(Math.abs(value), digits);
  return `${size === 0 ? '±' : value > 0 ? '+' : '−'}${size.toFixed(digits)}`;
}

const WORDS: Record<Locale, Record<string, string>> = {
  en: {
    rose: '{name} rose from {before} to {after} ({facts})',
    fell: '{name} fell from {before} to {after} ({facts})',
    still: '{name} went from {before} to {after} ({facts}), which is within the noise',
    facts: 'n = {n}, 95% interval of the change {low} to {high}',
    few: 'n = {n}, too few for an interval',
    controlStill: '; the control group did not move.',
    controlRose: '; the control group rose as well, from {before} to {after}.',
    controlFell: '; the control group fell, from {before} to {after}.',
    controlFellToo: '; the control group fell as well, from {before} to {after}.',
    controlRoseInstead: '; the control group rose, from {before} to {after}.',
    noControl: '; there is no control group.',
    reached: ' The target of {target} is reached.',
    missed: ' The target of {target} is not reached.',
  },
  'zh-CN': {
    rose: '{name}由 {before} 升至 {after}（{facts}）',
    fell: '{name}由 {before} 降至 {after}（{facts}）',
    still: '{name}由 {before} 变为 {after}（{facts}），在波动范围内',
    facts: 'n = {n}，变化的 95% 区间 {low} 至 {high}',
    few: 'n = {n}，数据太少，无法给出区间',
    controlStill: '；对照组没有变化。',
    controlRose: '；对照组也由 {before} 升至 {after}。',
    controlFell: '；对照组由 {before} 降至 {after}。',
    controlFellToo: '；对照组也由 {before} 降至 {after}。',
    controlRoseInstead: '；对照组由 {before} 升至 {after}。',
    noControl: '；没有对照组。',
    reached: '已达到目标 {target}。',
    missed: '未达到目标 {target}。',
  },
};

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));

/** −1 or 1 when a change is more than the uncertainty of both figures together (95 %), otherwise 0. */
function movement(before: Measurement, after: Measurement): -1 | 0 | 1 {
  const half = ({ value, low, high }: Measurement) =>
    low === null || high === null ? null : Math.max(high - value, value - low);
  const [a, b] = [half(before), half(after)];
  const change = after.value - before.value;
  if (a === null || b === null || Math.abs(change) <= Math.hypot(a, b)) return 0;
  return change > 0 ? 1 : -1;
}

export interface SentenceInput {
  name: string;
  metric: Pick<Metric, 'kind'>;
  effect: Effect;
  target: number | null;
  locale: Locale;
}

/**
 * One sentence that a manager may quote, made of the figures: what moved from where to where, on how many audits, with
 * the interval of the change, and what the control group did meanwhile. Null without a before and an after.
 */
export function effectSentence({ name, metric, effect, target, locale }: SentenceInput): string | null {
  const { before, after, changeLow, changeHigh, control } = effect;
  if (!before || !after) return null;
  const t = WORDS[locale] as Record<string, string>;
  const say = (key: string, values: Record<string, string | number> = {}) => fill(t[key] ?? '', values);
  const unit = unitOf(metric);
  const n = before.n + after.n;
  const known = changeLow !== null && changeHigh !== null;
  const facts = known
    ? say('facts', { n, low: changeText(changeLow, unit), high: changeText(changeHigh, unit) })
    : say('few', { n });
  const moved = known && changeLow > 0 ? 1 : known && changeHigh < 0 ? -1 : 0;
  const main = say(moved > 0 ? 'rose' : moved < 0 ? 'fell' : 'still', {
    name,
    before: figureText(before.value, unit),
    after: figureText(after.value, unit),
    facts,
  });
  return main + controlPart() + targetPart();

  function controlPart(): string {
    if (!control?.before || !control.after) return say('noControl');
    const went = movement(control.before, control.after);
    if (went === 0) return say('controlStill');
    const values = { before: figureText(control.before.value, unit), after: figureText(control.after.value, unit) };
    if (went > 0) return say(moved > 0 ? 'controlRose' : 'controlRoseInstead', values);
    return say(moved < 0 ? 'controlFellToo' : 'controlFell', values);
  }

  function targetPart(): string {
    if (target === null || effect.reached === null) return '';
    return say(effect.reached ? 'reached' : 'missed', { target: figureText(target, unit) });
  }
}

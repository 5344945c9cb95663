import { type Locale, localize, type LocalizedText } from '@wheelhouse/kernel';
import type { Fact, GateFactCode } from './gates.js';

/** What a gate asks for, as a thing that is there or missing. `{subject}` is what it is about. */
export const GATE_TEXTS: Record<GateFactCode, LocalizedText> = {
  scope: { en: 'scope', zh: '适用范围' },
  objective: { en: 'at least one objective', zh: '至少一个目标' },
  'objective.baseline': { en: 'baseline of “{subject}”', zh: '“{subject}”的基线' },
  'objective.target': { en: 'target of “{subject}”', zh: '“{subject}”的目标值' },
  'objective.due': { en: 'due date of “{subject}”', zh: '“{subject}”的截止日期' },
  'objective.target_better': {
    en: 'target of “{subject}” better than its baseline',
    zh: '“{subject}”优于基线的目标值',
  },
  'objective.due_after_start': {
    en: 'due date of “{subject}” after the first day of Do',
    zh: '“{subject}”晚于执行开始日的截止日期',
  },
  standard: { en: 'a published standard', zh: '已发布的服务标准' },
  audit_plan: { en: 'audit plan', zh: '检查计划' },
  do_from: { en: 'first day of Do', zh: '执行开始日' },
  do_to: { en: 'last day of Do', zh: '执行结束日' },
  do_finished: {
    en: 'the last day of Do, or every assignment done or missed',
    zh: '到达执行结束日，或全部任务均已完成或错过',
  },
  'objective.measured': { en: 'before and after of “{subject}”, with interval', zh: '“{subject}”的前后对比及区间' },
  conclusion: { en: 'written conclusion', zh: '书面结论' },
  'objective.decision': { en: 'decision on “{subject}”', zh: '对“{subject}”的决定' },
};

/** What a person reads for a fact, in their language. */
export function gateText({ code, subject }: Pick<Fact, 'code' | 'subject'>, locale: Locale): string {
  return localize(GATE_TEXTS[code], locale).replace('{subject}', () => (subject ? localize(subject, locale) : ''));
}

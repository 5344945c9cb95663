import type {
  Answer,
  AssignmentStatus,
  AuditStatus,
  CriticalRule,
  ScoringRules,
  StandardBody,
  StandardItem,
} from '@wheelhouse/contracts';
import type { Tone } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

const KNOWN_EVIDENCE = ['photo', 'video', 'audio', 'doc', 'sys', 'obs', 'meas'] as const;
const isKnown = (kind: string): kind is (typeof KNOWN_EVIDENCE)[number] =>
  (KNOWN_EVIDENCE as readonly string[]).includes(kind);

/** `AS-4S-C-04` of the standard `AS-4S` as people say it: `C-04`. */
export function shortItemId(code: string, itemId: string): string {
  return itemId.startsWith(`${code}-`) ? itemId.slice(code.length + 1) : itemId;
}

/** Good, watch or bad for a score by its place in the standard's grades: the upper third, the middle, the last. */
export function toneOfGrade(grade: string | null, scoring: Pick<ScoringRules, 'grades'>): Tone {
  if (grade === null) return 'neutral';
  const place = scoring.grades.findIndex(([name]) => name === grade);
  if (place < 0) return 'bad';
  const last = scoring.grades.length - 1;
  if (last <= 0) return 'good';
  return place === last ? 'bad' : place / last < 0.5 ? 'good' : 'watch';
}

export const STATUS_TONE: Record<AuditStatus, Tone> = {
  draft: 'accent',
  submitted: 'neutral',
  in_review: 'watch',
  published: 'good',
  final: 'good',
};

export const ASSIGNMENT_TONE: Record<AssignmentStatus, Tone> = {
  open: 'accent',
  in_progress: 'accent',
  done: 'good',
  missed: 'bad',
  cancelled: 'neutral',
};

/** Rules and answers of a standard's items in the reader's words. */
export function useItemWords(form: Pick<StandardBody, 'dictionaries'>) {
  const t = useT(texts);
  const f = useFormat();
  const plain = (value: number) => f.number(value, Number.isInteger(value) ? 0 : 1);
  return {
    /** What happens when a red line is missed. */
    rule: ({ rule, cap }: CriticalRule) => t(`redLineRule.${rule}`, { cap: plain(cap ?? 0) }),
    /** What a crossed red line did. */
    result: ({ rule, cap }: CriticalRule) => t(`redLineResult.${rule}`, { cap: plain(cap ?? 0) }),
    /** Which evidence is asked for, and when; null when none is. */
    evidence({ evidence }: StandardItem): string | null {
      const asked = evidence.kind.filter((kind) => kind !== 'none');
      if (asked.length === 0) return null;
      const kinds = f.list(
        asked.map((kind) => (isKnown(kind) ? t(`evidence.${kind}`) : (form.dictionaries.evidence[kind] ?? kind))),
      );
      return t(evidence.required_on === 'always' ? 'evidenceAlways' : 'evidenceFail', { kinds });
    },
    /** An answer as a sentence: `3 · good`, `8 of 10 conform`, `2.5 min`. */
    answer(item: StandardItem, answer: Answer | undefined): string {
      if (!answer) return t('notAnswered');
      if (answer.na) return t('naReason', { reason: answer.naReason ?? '—' });
      const { value } = answer;
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
      if (typeof value === 'object') return t('ofSample', { ok: value.ok, n: value.n });
      if (typeof value === 'number') {
        if (item.type !== 'scale') return `${value} ${item.numeric?.unit ?? ''}`.trim();
        const at = value - (item.scale?.min ?? 0);
        const anchor = f.text({ en: item.scale?.anchors_en[at] ?? '', zh: item.scale?.anchors_zh[at] ?? '' });
        return anchor ? `${value} · ${anchor}` : String(value);
      }
      if (typeof value === 'string') return f.text(item.options?.find((option) => option.code === value));
      return t('notAnswered');
    },
  };
}

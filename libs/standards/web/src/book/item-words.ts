import type { CriticalRule, StandardBody, StandardItem } from '@wheelhouse/contracts';
import type { Locale, LocalizedText } from '@wheelhouse/kernel';
import { useFormat, useLocale, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

const KNOWN_EVIDENCE = ['none', 'photo', 'video', 'audio', 'doc', 'sys', 'obs', 'meas'] as const;
const isKnown = (kind: string): kind is (typeof KNOWN_EVIDENCE)[number] =>
  (KNOWN_EVIDENCE as readonly string[]).includes(kind);

/** What of a standard its items are worded with. */
export type BookWords = Pick<StandardBody, 'code' | 'dictionaries'>;

/** `AS-4S-C-04` of the standard `AS-4S` as people say it: `C-04`. */
export function shortItemId(code: string, itemId: string): string {
  return itemId.startsWith(`${code}-`) ? itemId.slice(code.length + 1) : itemId;
}

/** A text in the language that is not the reader's, with its `lang`. */
export function useOtherLanguage() {
  const locale = useLocale();
  const lang: Locale = locale === 'en' ? 'zh-CN' : 'en';
  return { lang, text: (text: LocalizedText) => (locale === 'en' ? text.zh : text.en) };
}

/** Kinds of evidence by name: the known ones in the reader's language, others as the standard's dictionary has them. */
export function useEvidenceName(body: Pick<StandardBody, 'dictionaries'>) {
  const t = useT(texts);
  return (kind: string) => (isKnown(kind) ? t(`evidence.${kind}`) : (body.dictionaries.evidence[kind] ?? kind));
}

/** An item's rules in the reader's words. */
export function useItemWords(body: Pick<StandardBody, 'dictionaries'>) {
  const t = useT(texts);
  const f = useFormat();
  const evidenceName = useEvidenceName(body);
  const figure = (value: number) => f.number(value, Number.isInteger(value) ? 0 : 2);
  const named = (dictionary: Record<string, LocalizedText>, code: string | null) =>
    code === null || code === '' ? null : dictionary[code] ? f.text(dictionary[code]) : code;
  return {
    how(item: StandardItem): string {
      const { scale, sample, numeric, options } = item;
      switch (item.type) {
        case 'yes_no':
          return t('how.yes_no');
        case 'scale': {
          const steps = (scale?.anchors_en ?? []).map(
            (en, i) => `${(scale?.min ?? 0) + i} ${f.text({ en, zh: scale?.anchors_zh[i] ?? '' })}`,
          );
          return t('how.scale', { steps: steps.join(' · ') });
        }
        case 'sample':
          return t('how.sample', { size: sample?.size ?? 0 });
        case 'choice':
          return t('how.choice', {
            options: (options ?? []).map((option) => `${f.text(option)} (${f.percent(option.credit)})`).join(' · '),
          });
        default:
          return t(`how.${item.type}`, {
            full: figure(numeric?.full_at ?? 0),
            zero: figure(numeric?.zero_at ?? 0),
            unit: numeric?.unit ?? '',
          });
      }
    },
    evidence({ evidence }: StandardItem): string | null {
      const asked = evidence.kind.filter((kind) => kind !== 'none');
      if (asked.length === 0) return null;
      const kinds = f.list(asked.map(evidenceName));
      return t(evidence.required_on === 'always' ? 'evidenceAlways' : 'evidenceFail', { kinds });
    },
    redLine({ rule, cap, trigger_below: below = 1 }: CriticalRule): string {
      const said = t(`redLineRule.${rule}`, { cap: figure(cap ?? 0) });
      return below < 1 ? `${said} ${t('redLineBelow', { percent: f.percent(below) })}` : said;
    },
    /** Department, moment of truth, dimension, N/A. */
    belongs(item: StandardItem): string[] {
      const { departments, moments_of_truth, servqual } = body.dictionaries;
      return [
        named(departments, item.department),
        named(moments_of_truth, item.mot),
        named(servqual, item.servqual),
        item.na_allowed ? t('naAllowed') : null,
      ].filter((part): part is string => part !== null);
    },
  };
}

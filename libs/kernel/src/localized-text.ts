/** The languages that every text a person reads is available in. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in both languages, as standards carry it (`standard.v1`). */
export interface LocalizedText {
  en: string;
  zh: string;
}

/** The text in the reader's language; the other one where that is empty. */
export function localize(text: LocalizedText, locale: Locale): string {
  return locale === 'zh-CN' ? text.zh || text.en : text.en || text.zh;
}

/** The best supported language for an `Accept-Language` header; English when nothing matches. */
export function negotiateLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=');
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) || 0 };
    })
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wanted) {
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}

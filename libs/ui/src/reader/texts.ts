import { i18n, useLanguage } from './i18n.js';

/** Texts of a feature: nested objects of strings; `{{name}}` is filled in; `_one`/`_other` are plurals chosen by `count`. */
export interface TextTree {
  [key: string]: string | TextTree;
}

/** The same keys with any text. Chinese has one plural form, so its `_one` may be left out. */
export type SameKeys<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : SameKeys<T[K]>;
} & { [K in keyof T as K extends `${string}_one` ? K : never]?: string };

type WithoutPlural<K extends string> = K extends `${infer Base}_one`
  ? Base
  : K extends `${infer Base}_other`
    ? Base
    : K;

/** Every key of a text tree, dotted: `list.title`. */
export type TextKey<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${WithoutPlural<K>}` : TextKey<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

export interface FeatureTexts<T> {
  namespace: string;
  en: T;
  zh: SameKeys<T>;
}

export type Translate<T> = (key: TextKey<T>, params?: Record<string, string | number>) => string;

/**
 * Registers a feature's texts under its own namespace. `zh` must have the keys of `en`: one that is missing or too many
 * does not compile.
 */
export function defineTexts<const T extends TextTree>(
  namespace: string,
  texts: { en: T; zh: SameKeys<NoInfer<T>> },
): FeatureTexts<T> {
  i18n.addResourceBundle('en', namespace, texts.en, true, true);
  i18n.addResourceBundle('zh-CN', namespace, texts.zh, true, true);
  return { namespace, en: texts.en, zh: texts.zh as SameKeys<T> };
}

/** Texts of a feature in the reader's language: `const t = useT(texts); t('list.title')`. Renders anew when it changes. */
export function useT<T>(texts: FeatureTexts<T>): Translate<T> {
  return translatorOf(useLanguage(), texts.namespace) as Translate<T>;
}

const translators = new Map<string, unknown>();

/** One function for each language and namespace, so that a table of a thousand cells does not make a thousand. */
function translatorOf(language: string, namespace: string): unknown {
  const key = `${language}:${namespace}`;
  const known = translators.get(key);
  if (known) return known;
  const made = i18n.getFixedT(language, namespace);
  translators.set(key, made);
  return made;
}

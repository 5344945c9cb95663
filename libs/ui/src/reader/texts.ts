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
  return translatorOf(useLanguage(), texts.namespace);
}

type Params = Record<string, string | number>;
type Say = (key: string, params?: Params) => string;

const translators = new Map<string, Say>();

/** One function for each language and namespace, so that a table of a thousand cells does not make a thousand. */
export function translatorOf(language: string, namespace: string): Say {
  const key = `${language}:${namespace}`;
  const known = translators.get(key);
  if (known) return known;
  const made = translator(language, namespace);
  translators.set(key, made);
  return made;
}

/**
 * Looks a text up as i18next does (plural by `count`, `{{name}}` filled in), but at little cost: a page asks for hundreds
 * of texts whenever it is drawn. What is no plain text, or lacks something, is left to i18next.
 */
function translator(language: string, namespace: string): Say {
  const thorough = i18n.getFixedT(language, namespace) as Say;
  const plural = new Intl.PluralRules(language);
  const found = new Map<string, string | undefined>();
  const find = (key: string): string | undefined => {
    if (found.has(key)) return found.get(key);
    const bundle = i18n.getResourceBundle(language, namespace) as TextTree | undefined;
    const at = key.split('.').reduce<TextTree | string | undefined>((tree, name) => {
      return typeof tree === 'object' && Object.hasOwn(tree, name) ? tree[name] : undefined;
    }, bundle);
    const text = typeof at === 'string' && PLAIN.test(at) ? at : undefined;
    // Texts may be added to a namespace later: only what is there is remembered.
    if (text !== undefined) found.set(key, text);
    return text;
  };
  return (key, params) => {
    const count = params?.['count'];
    const counted = typeof count === 'number' ? find(`${key}_${plural.select(count)}`) : undefined;
    const text = counted ?? find(key);
    const filled = text !== undefined && params && text.includes('{{') ? fill(text, params) : text;
    return filled ?? thorough(key, params);
  };
}

/** Neither nested texts nor formats. */
const PLAIN = /^(?:(?!\$t\()(?!\{\{\s*\w+\s*[^\s\w}])[^])*$/;

function fill(text: string, params: Params): string | undefined {
  let lacks = false;
  const filled = text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === null) lacks = true;
    return String(value);
  });
  return lacks ? undefined : filled;
}

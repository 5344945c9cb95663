import { negotiateLocale, type Locale } from '@wheelhouse/kernel';
import { createInstance, type i18n as I18n } from 'i18next';
import { useSyncExternalStore } from 'react';
import { initReactI18next } from 'react-i18next';

const REMEMBERED = 'wheelhouse.locale';

/** The language to begin with: the one chosen last in this browser, else the browser's. */
export function rememberedLocale(): Locale {
  try {
    const chosen = localStorage.getItem(REMEMBERED);
    if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  } catch {
    // Storage may be forbidden; the browser's language is good enough.
  }
  return negotiateLocale(typeof navigator === 'undefined' ? 'en' : (navigator.languages ?? []).join(','));
}

function begin(): I18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: rememberedLocale(),
    fallbackLng: false,
    supportedLngs: ['en', 'zh-CN'],
    resources: {},
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: false },
  });
  if (typeof document !== 'undefined') {
    document.documentElement.lang = instance.language;
    instance.on('languageChanged', (language) => {
      document.documentElement.lang = language;
    });
  }
  return instance;
}

/** The one i18next instance of the web app; features add their texts to it through `defineTexts`. */
export const i18n = begin();

/** The language that the reader sees now. */
export function currentLocale(): Locale {
  return i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
}

const onLanguage = (tell: () => void) => {
  i18n.on('languageChanged', tell);
  return () => i18n.off('languageChanged', tell);
};
const language = () => i18n.language;

/** The language as i18next names it; renders anew when it changes. */
export function useLanguage(): string {
  return useSyncExternalStore(onLanguage, language, language);
}

/** Changes the language of the whole app and remembers it in this browser. */
export async function setLocale(locale: Locale): Promise<void> {
  try {
    localStorage.setItem(REMEMBERED, locale);
  } catch {
    // Not remembered, still changed.
  }
  await i18n.changeLanguage(locale);
}

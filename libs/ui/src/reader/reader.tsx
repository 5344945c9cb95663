import type { Locale } from '@wheelhouse/kernel';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { makeFormat, type Format } from './format.js';
import { useLanguage } from './i18n.js';

const ZoneContext = createContext<string | undefined>(undefined);

/** Gives everything below it the time zone in which instants are shown: the tenant's. */
export function ReaderZone({ timeZone, children }: { timeZone?: string; children: ReactNode }) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>;
}

/** The reader's language, as state. */
export function useLocale(): Locale {
  return useLanguage() === 'zh-CN' ? 'zh-CN' : 'en';
}

/** Both languages of a text, the reader's own first: the order in which forms ask for them. */
export const useLanguages = (): readonly ['en' | 'zh', 'en' | 'zh'] =>
  useLocale() === 'zh-CN' ? ['zh', 'en'] : ['en', 'zh'];

/** Formatters in the reader's language and the tenant's time zone. */
export function useFormat(): Format {
  const locale = useLocale();
  const timeZone = useContext(ZoneContext);
  return useMemo(() => makeFormat({ locale, timeZone }), [locale, timeZone]);
}

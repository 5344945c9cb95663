/** What a browser says of itself, as far as it helps a person to recognise the own sign-in. */
export interface Device {
  /** Name of the browser or of the app that it runs in; null when it is not known. */
  browser: string | null;
  system: string | null;
  kind: 'phone' | 'tablet' | 'computer' | 'program';
}

/** In this order: the first that is found names it, because browsers also carry the names of those they descend from. */
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk\//, 'DingTalk'],
  [/Lark\/|Feishu/, 'Feishu'],
  [/EdgA?\/|EdgiOS\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/HuaweiBrowser\//, 'Huawei Browser'],
  [/MiuiBrowser\//, 'MIUI Browser'],
  [/QQBrowser\//, 'QQ Browser'],
  [/UCBrowser\//, 'UC Browser'],
  [/FxiOS\/|Firefox\//, 'Firefox'],
  [/CriOS\/|Chrome\/|Chromium\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPad/, 'iPadOS'],
  [/iPhone|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];

const named = (table: [RegExp, string][], text: string) => table.find(([sign]) => sign.test(text))?.[1] ?? null;

/** Reads a `User-Agent` header. What is no browser is a program. */
export function deviceOf(userAgent: string | null): Device {
  const text = userAgent ?? '';
  if (!text.startsWith('Mozilla/')) return { browser: null, system: null, kind: 'program' };
  const system = named(SYSTEMS, text);
  const isTablet = /iPad|Tablet/.test(text) || (system === 'Android' && !/Mobile/.test(text));
  const kind = isTablet ? 'tablet' : /Mobile|iPhone|iPod/.test(text) ? 'phone' : 'computer';
  return { browser: named(BROWSERS, text), system, kind };
}

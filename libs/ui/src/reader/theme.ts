import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'system';
const REMEMBERED = 'wheelhouse.theme';
const listeners = new Set<() => void>();

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(REMEMBERED);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

let choice: ThemeChoice = stored();
let accent = '';
const dark = () => typeof matchMedia !== 'undefined' && matchMedia('(prefers-color-scheme: dark)').matches;
const effective = (): 'light' | 'dark' => (choice === 'system' ? (dark() ? 'dark' : 'light') : choice);

const channels = (hex: string) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = channels(hex).map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG 2 contrast ratio of two `#rrggbb` colours, 1–21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
const mix = (hex: string, to: number, share: number) =>
  `#${channels(hex)
    .map((c) =>
      Math.round(c + (to - c) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The nearest shade of `hex` that reads on `ground` (5:1, so that it also reads on a tinted ground). */
export function readable(hex: string, ground: string): string {
  const to = luminance(ground) > 0.4 ? 0 : 255;
  for (let share = 0; share <= 1; share += 0.04) {
    const shade = mix(hex, to, share);
    if (contrast(shade, ground) >= 5.2) return shade;
  }
  return to === 0 ? '#000000' : '#ffffff';
}

export const DEFAULT_ACCENT = '#0b5d57';
const isHex = (value: string) => /^#[0-9a-f]{6}$/i.test(value);

/** Puts theme and accent on the document as CSS variables. */
function apply() {
  if (typeof document === 'undefined') return;
  const mode = effective();
  const root = document.documentElement;
  const base = isHex(accent) ? accent : DEFAULT_ACCENT;
  const ink = readable(base, mode === 'dark' ? '#1f2925' : '#ffffff');
  const fill = mode === 'dark' ? ink : readable(base, '#ffffff');
  root.dataset['theme'] = mode;
  root.style.setProperty('--wh-accent', fill);
  root.style.setProperty('--wh-on-accent', mode === 'dark' ? '#0b100e' : '#ffffff');
  root.style.setProperty('--wh-accent-ink', ink);
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', mode === 'dark' ? '#171f1c' : '#ffffff');
  listeners.forEach((tell) => tell());
}

/** Sets the tenant's accent colour (`#rrggbb`); darkened or lightened where it would not be readable. */
export function setAccent(hex: string | undefined): void {
  accent = hex ?? '';
  apply();
}

/** Chooses light, dark or the device's setting, and remembers it in this browser. */
export function setTheme(next: ThemeChoice): void {
  choice = next;
  try {
    localStorage.setItem(REMEMBERED, next);
  } catch {
    // Not remembered, still changed.
  }
  apply();
}

/** Applies theme and accent once at the start and follows the device. */
export function startTheme(): void {
  apply();
  if (typeof matchMedia !== 'undefined') matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
const snapshot = () => `${choice} ${effective()} ${document.documentElement.style.getPropertyValue('--wh-accent')}`;

/** The chosen and the effective theme, and the accent as it is drawn. */
export function useTheme(): { choice: ThemeChoice; mode: 'light' | 'dark'; accent: string } {
  const [chosen = 'system', mode = 'light', drawn = DEFAULT_ACCENT] = useSyncExternalStore(subscribe, snapshot).split(
    ' ',
  );
  return { choice: chosen as ThemeChoice, mode: mode as 'light' | 'dark', accent: drawn };
}

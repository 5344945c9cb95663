import type { LocalizedText } from '@wheelhouse/kernel';

const MAX = 200;

/** The name of the next turn of the wheel: “Estimates” → “Estimates · 2” → “Estimates · 3”, at most 200 characters. */
export function nextTurnName({ en, zh }: LocalizedText): LocalizedText {
  return { en: next(en), zh: next(zh) };
}

function next(name: string): string {
  const match = /^(.*) · (\d{1,3})$/su.exec(name);
  const suffix = ` · ${match ? Number(match[2]) + 1 : 2}`;
  let base = '';
  for (const character of match?.[1] ?? name) {
    if (base.length + character.length + suffix.length > MAX) break;
    base += character;
  }
  return base + suffix;
}

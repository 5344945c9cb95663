/** What a shortcut looks at of a pressed key. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing?: boolean;
  repeat?: boolean;
}

/** Milliseconds that a second key may take: `g`, then `h`. */
const PATIENCE_MS = 1200;

/** A Chinese keyboard writes other signs on the same keys. */
const SAME: Record<string, string> = { '、': '/', '／': '/', '？': '?' };

/** The name of a press as shortcuts write it: `g`, `?`, `mod+k` (Ctrl or ⌘); null for what is none. */
export function keyName(press: KeyPress): string | null {
  if (press.altKey || press.isComposing || press.repeat || press.key.length !== 1) return null;
  const key = SAME[press.key] ?? press.key.toLowerCase();
  return press.ctrlKey || press.metaKey ? `mod+${key}` : key;
}

/** Recognises shortcuts of one or two keys among the presses that it is told. */
export class KeySequence {
  #first = '';
  #at = 0;

  constructor(readonly known: readonly string[]) {}

  /** The shortcut (`g h`, `?`, `mod+k`) that this press completes, or null. `now`: milliseconds of any clock. */
  press(key: string, now: number): string | null {
    const both = this.#first && now - this.#at <= PATIENCE_MS ? `${this.#first} ${key}` : key;
    this.#first = '';
    const found = [both, key].find((one) => this.known.includes(one));
    if (found) return found;
    if (this.known.some((one) => one.startsWith(`${key} `))) {
      this.#first = key;
      this.#at = now;
    }
    return null;
  }
}

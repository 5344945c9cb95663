/** What a shortcut does other than opening a page. */
export type ShortcutDeed = 'palette' | 'search' | 'undo' | 'help';

export interface Shortcut {
  /** One key, two keys one after the other (`g h`), or with Ctrl or ⌘ (`mod+k`). */
  keys: string;
  /** The page that it opens, named by its place in the menu. */
  to?: string;
  deed?: ShortcutDeed;
}

/** Every shortcut of the product: the palette and the help show this list. Pages that one may not open are left out. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: 'mod+k', deed: 'palette' },
  { keys: '/', deed: 'search' },
  { keys: 'u', deed: 'undo' },
  { keys: '?', deed: 'help' },
  { keys: 'g h', to: '/' },
  { keys: 'g r', to: '/reports' },
  { keys: 'g a', to: '/audits' },
  { keys: 'g f', to: '/findings' },
  { keys: 'g t', to: '/assignments' },
  { keys: 'g m', to: '/waves' },
  { keys: 'g c', to: '/cycles' },
  { keys: 'g s', to: '/standards' },
  { keys: 'g n', to: '/network' },
  { keys: 'g u', to: '/members' },
  { keys: 'g o', to: '/tenants' },
  { keys: 'g e', to: '/settings' },
  { keys: 'g p', to: '/profile' },
];

/** The keys of an address, for the palette. */
export const keysTo = (to: string): string | undefined => SHORTCUTS.find((one) => one.to === to)?.keys;

/** The keys as they are printed: `Ctrl K` or `⌘ K`, `G H`. */
export function printed(keys: string): string[] {
  const apple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);
  return keys
    .split(/[ +]/)
    .map((key) => (key === 'mod' ? (apple ? '⌘' : 'Ctrl') : key.length === 1 ? key.toUpperCase() : key));
}

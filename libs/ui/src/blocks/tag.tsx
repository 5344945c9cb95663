import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

export type Tone = 'neutral' | 'good' | 'watch' | 'bad' | 'accent';

/** A status in a word. Never colour alone: the word says it, an icon may help. */
export function StatusTag({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`wh-tag wh-tag--${tone}`}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

import { useSyncExternalStore } from 'react';
import { uiTexts } from '../reader/ui-texts.js';
import { useT } from '../reader/texts.js';
import { Icon } from './icon.js';

export interface ToastMessage {
  text: string;
  tone?: 'good' | 'bad';
  /** Takes the deed back. */
  undo?: () => void;
}
interface Shown extends ToastMessage {
  id: number;
}

let shown: Shown[] = [];
let next = 1;
const listeners = new Set<() => void>();
const change = (to: Shown[]) => {
  shown = to;
  listeners.forEach((tell) => tell());
};
const drop = (id: number) => change(shown.filter((toast) => toast.id !== id));

/** Somebody points at the toasts or stands in them by keyboard: none goes away meanwhile. */
let looking = false;
const leave = (id: number, ms: number) => {
  setTimeout(() => (looking ? leave(id, 1500) : drop(id)), ms);
};

/** Says briefly what was done, from anywhere; with `undo` it stays 8 seconds, otherwise 4, and while it is looked at. */
export function toast(message: ToastMessage | string): void {
  const full = typeof message === 'string' ? { text: message } : message;
  const id = next++;
  change([...shown.slice(-2), { ...full, id }]);
  leave(id, full.undo || full.tone === 'bad' ? 8000 : 4000);
}

/** Takes back what the newest toast with an undo tells of; false when there is none. */
export function undoNewest(): boolean {
  const newest = shown.findLast((one) => one.undo);
  if (!newest) return false;
  newest.undo?.();
  drop(newest.id);
  return true;
}

/** Where toasts appear; once at the root. */
export function Toasts() {
  const t = useT(uiTexts);
  const list = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => shown,
  );
  return (
    <div
      className="wh-toasts"
      role="status"
      aria-live="polite"
      onPointerEnter={() => (looking = true)}
      onPointerLeave={() => (looking = false)}
      onFocus={() => (looking = true)}
      onBlur={() => (looking = false)}
    >
      {list.map((message) => (
        <div key={message.id} className="wh-toast">
          <Icon name={message.tone === 'bad' ? 'alert' : 'check'} size={18} />
          <span className="wh-toast__text">{message.text}</span>
          {message.undo && (
            <button
              type="button"
              onClick={() => {
                message.undo?.();
                drop(message.id);
              }}
            >
              {t('undo')} <kbd aria-hidden="true">U</kbd>
            </button>
          )}
          <button type="button" className="wh-toast__close" aria-label={t('close')} onClick={() => drop(message.id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}

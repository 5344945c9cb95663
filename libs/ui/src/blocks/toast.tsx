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

/** Says briefly what was done, from anywhere; with `undo` it stays 8 seconds, otherwise 4. */
export function toast(message: ToastMessage | string): void {
  const full = typeof message === 'string' ? { text: message } : message;
  const id = next++;
  change([...shown.slice(-2), { ...full, id }]);
  setTimeout(() => drop(id), full.undo || full.tone === 'bad' ? 8000 : 4000);
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
    <div className="wh-toasts" role="status" aria-live="polite">
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
              {t('undo')}
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

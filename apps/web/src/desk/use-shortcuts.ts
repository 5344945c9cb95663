import { undoNewest } from '@wheelhouse/ui';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { keyName, KeySequence } from './key-sequence.js';
import { SHORTCUTS } from './shortcuts.js';

const FIELD = 'input, textarea, select, [contenteditable=""], [contenteditable=true], [role=combobox], [role=textbox]';
const MODAL = 'dialog[open], .ant-modal-wrap, .ant-drawer-open';
const SEARCH = 'main :is(input[type=search], [role=searchbox])';

/** True where a key writes, or a dialog has the word. */
function writes(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELD) !== null;
}
const asksSomething = () => [...document.querySelectorAll(MODAL)].some((one) => one.checkVisibility());

/** Listens to the keys of `SHORTCUTS`; never while somebody types or a dialog is open. `may(to)`: pages one may open. */
export function useShortcuts(may: (to: string) => boolean, run: (deed: 'palette' | 'help') => void): void {
  const navigate = useNavigate();
  const latest = useRef({ may, run, navigate });
  useEffect(() => {
    latest.current = { may, run, navigate };
  });
  useEffect(() => {
    const sequence = new KeySequence(SHORTCUTS.map(({ keys }) => keys));
    const pressed = (event: KeyboardEvent) => {
      const key = keyName(event);
      if (event.defaultPrevented || !key) return;
      if (writes(event.target) && !key.startsWith('mod+')) return;
      // Looking through the page costs most, so whoever types does not wait for it.
      if (asksSomething()) return;
      const found = sequence.press(key, event.timeStamp);
      const shortcut = SHORTCUTS.find(({ keys }) => keys === found);
      if (!shortcut) return;
      const { to, deed } = shortcut;
      if (to && latest.current.may(to)) void latest.current.navigate(to);
      else if (deed === 'search') {
        const field = document.querySelector<HTMLInputElement>(SEARCH);
        if (!field) return;
        field.focus();
        field.select();
      } else if (deed === 'undo') {
        if (!undoNewest()) return;
      } else if (deed) latest.current.run(deed);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

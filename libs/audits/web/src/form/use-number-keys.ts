import { useEffect, type RefObject } from 'react';

const TEXT = 'textarea, select, input:not([type=radio]):not([type=checkbox])';

/**
 * 1, 2, 3 … choose the first, second, third answer of the item in focus (or of the first one that is open), and the next
 * open item takes the focus. Keys typed into a text field, and with Ctrl, Alt or Meta, are left alone.
 */
export function useNumberKeys(container: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
      const at = document.activeElement;
      if (at?.matches(TEXT) || document.querySelector('dialog[open]')) return;
      const root = container.current;
      if (!root) return;
      const card =
        at?.closest<HTMLElement>('[data-item]') ?? root.querySelector<HTMLElement>('[data-item]:not(.au-item--done)');
      const radio = card?.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(event.key) - 1];
      if (!card || !radio || !root.contains(card)) return;
      event.preventDefault();
      radio.click();
      requestAnimationFrame(() => goOn(root, card, radio));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [container]);
}

/** Leads to the next card; stays where a reason is asked for. */
function goOn(root: HTMLElement, card: HTMLElement, radio: HTMLElement) {
  const reason = card.querySelector<HTMLTextAreaElement>('textarea[aria-invalid]');
  if (reason) return reason.focus();
  const cards = [...root.querySelectorAll<HTMLElement>('[data-item]')];
  const next = cards[cards.indexOf(card) + 1];
  if (!next) return radio.focus();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

import { useEffect, useRef, type KeyboardEvent } from 'react';

/** Attribute that tells a row's place. */
export const ROW = 'data-row';

/**
 * Keys among the rows of a long list, while the focus is in one: arrows by one, Page by a window, Home and End to the
 * ends. A row that is not drawn yet is brought into the window first and then takes the focus.
 */
export function useRowKeys(count: number, rowHeight: number, show: (i: number) => void) {
  const wanted = useRef<number | null>(null);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const target = box.current?.querySelector<HTMLElement>(`[${ROW}="${wanted.current}"] button`);
    if (!target) return;
    wanted.current = null;
    target.focus();
  });
  return (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest(`[${ROW}]`);
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((window.innerHeight - 140) / rowHeight));
    const last = count - 1;
    const at = Number(row.getAttribute(ROW));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: last }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    box.current = event.currentTarget;
    wanted.current = Math.max(0, Math.min(last, to));
    show(wanted.current);
    const drawn = box.current.querySelector<HTMLElement>(`[${ROW}="${wanted.current}"] button`);
    if (drawn) {
      wanted.current = null;
      drawn.focus();
    }
  };
}

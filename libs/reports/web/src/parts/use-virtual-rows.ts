import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { rangeOf, startOf } from './row-range.js';

/** Lists up to this length are drawn whole: nothing is gained by leaving rows out. */
const FEW = 60;
/** Height of an opened row's detail before it was measured. */
const DETAIL = 240;
/** What a sticky head covers. */
const HEAD = 56;

export interface VirtualRowsInput {
  count: number;
  /** Height of every row, in pixels at the usual text size. */
  size: number;
  /** The row that stands open, or -1. */
  open: number;
  /** Draw everything, for paper. */
  all: boolean;
}

/** How many pixels a length at the usual text size is at the reader's. */
function useScaled(pixels: number): number {
  const [text] = useState(() => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  return (pixels * text) / 16;
}

/** Where the window stands, read once for each time it moves: asking again later would lay the page out in between. */
class Sight {
  y = window.scrollY;
  height = window.innerHeight;

  watch = (tell: () => void) => {
    const look = () => {
      this.y = window.scrollY;
      this.height = window.innerHeight;
      tell();
    };
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  };
}

const unwatched = () => () => undefined;

/**
 * Which rows of a long list to draw: those in the window and a few beyond. All rows are equally high, only the open one
 * has its measured detail below it. The window scrolls, not a box inside it.
 */
export function useVirtualRows<E extends HTMLElement>({ count, size, open, all }: VirtualRowsInput) {
  const list = useRef<E>(null);
  const [sight] = useState(() => new Sight());
  // Below the window until it is known: at first only the few rows beyond the edge are drawn.
  const [top, setTop] = useState(() => sight.y + sight.height);
  const [detail, setDetail] = useState(DETAIL);
  const row = useScaled(size);
  const whole = all || count <= FEW;
  const rows = { count, row, open, detail };

  const place = useCallback(() => {
    const box = list.current;
    if (box) setTop(Math.round(box.getBoundingClientRect().top + window.scrollY));
  }, []);
  // Who opens a row may want it in the window at once. Otherwise the observer is early enough: it tells the first size too,
  // when the browser has laid the page out anyway; asking here and now would make it do so twice.
  useLayoutEffect(() => {
    if (open >= 0) place();
  }, [place, count, open, row]);
  useEffect(() => {
    if (whole) return;
    const watch = new ResizeObserver(place);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [place, whole]);

  // A text, so that the list is drawn anew only when other rows come into sight.
  const range = useSyncExternalStore(whole ? unwatched : sight.watch, () =>
    whole ? `0 ${count - 1}` : rangeOf(rows, sight.y - top, sight.y + sight.height - top).join(' '),
  );
  const [first = 0, last = -1] = range.split(' ').map(Number);
  return {
    list,
    first,
    last,
    /** Height of the rows that are left out above and below. */
    before: startOf(rows, first),
    after: startOf(rows, count) - startOf(rows, last + 1),
    row,
    setDetail,
    /** Brings a row into the window. */
    show: (i: number, align: 'auto' | 'center' = 'auto') => {
      const box = list.current;
      if (!box || whole) return;
      const from = box.getBoundingClientRect().top + window.scrollY + startOf(rows, i);
      const to = align === 'center' ? from + row : from + startOf(rows, i + 1) - startOf(rows, i);
      const room = window.innerHeight;
      if (align === 'center') window.scrollTo({ top: (from + to - room) / 2 });
      else if (from - HEAD < window.scrollY) window.scrollTo({ top: from - HEAD });
      else if (to + HEAD > window.scrollY + room) window.scrollTo({ top: to + HEAD - room });
    },
  };
}

/** Tells the height of an element whenever it changes. */
export function useHeight<E extends HTMLElement>(tell: (height: number) => void) {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    if (!ref.current) return;
    const box = ref.current;
    tell(box.getBoundingClientRect().height);
    const watch = new ResizeObserver(() => tell(box.getBoundingClientRect().height));
    watch.observe(box);
    return () => watch.disconnect();
  }, [tell]);
  return ref;
}

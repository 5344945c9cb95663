import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Lists up to this length are drawn whole: nothing is gained by leaving rows out. */
const FEW = 60;
/** Rows drawn beyond the edges of the window. */
const BEYOND = 12;
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

/**
 * Which rows of a long list to draw: those in the window and a few beyond. All rows are equally high, only the open one
 * has its measured detail below it. The window scrolls, not a box inside it.
 */
export function useVirtualRows<E extends HTMLElement>({ count, size, open, all }: VirtualRowsInput) {
  const list = useRef<E>(null);
  // Below the window until it is known: at first only the few rows beyond the edge are drawn.
  const [top, setTop] = useState(() => window.scrollY + window.innerHeight);
  const [detail, setDetail] = useState(DETAIL);
  const row = useScaled(size);
  const whole = all || count <= FEW;

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

  const sizeOf = useCallback((i: number) => row + (i === open ? detail : 0), [row, open, detail]);
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: sizeOf,
    overscan: BEYOND,
    scrollMargin: top,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: HEAD,
    useFlushSync: false,
    // A list that is drawn whole leaves the window's scrolling alone.
    enabled: !whole,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, sizeOf, count]);

  const items = virtual.getVirtualItems();
  const first = whole ? 0 : (items[0]?.index ?? 0);
  const last = whole ? count - 1 : (items.at(-1)?.index ?? -1);
  const before = whole ? 0 : Math.max(0, (items[0]?.start ?? top) - top);
  const after = whole ? 0 : Math.max(0, virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top));
  return {
    list,
    first,
    last,
    /** Height of the rows that are left out above and below. */
    before,
    after,
    row,
    setDetail,
    /** Brings a row into the window. */
    show: (i: number, align: 'auto' | 'center' = 'auto') => virtual.scrollToIndex(i, { align }),
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

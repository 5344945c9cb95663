import { useEffect, useRef, type RefObject } from 'react';
import type { RowsHandle } from './ranking-table.js';
import type { RankedRows, RankingState } from './use-ranking.js';

/**
 * Brings the row that the address asks for (`open`) into the window, when one comes with it or when it changes from
 * elsewhere on the page; a row that the filters leave out loosens them. A row that was opened by its own button stays
 * where it is.
 */
export function useGoToOutlet({
  ranked,
  state,
  handle,
}: {
  ranked: RankedRows | null;
  state: RankingState;
  handle: RefObject<RowsHandle | null>;
}): void {
  const { open } = state.filters;
  const { set, peer } = state;
  const done = useRef('');
  useEffect(() => {
    if (!open) done.current = '';
    if (!open || !ranked || done.current === open) return undefined;
    const { lists, table } = ranked;
    const index = lists.ranked.findIndex((row) => row.outletId === open);
    const row = table.rows.find((one) => one.outletId === open);
    if (row && !lists[row.listing].some((one) => one.outletId === open)) {
      set({ peer: row.peerGroupId && peer !== 'all' ? row.peerGroupId : 'all', region: '', show: '', q: '' });
      return undefined;
    }
    // After the other lists of the page have taken their places.
    const frame = requestAnimationFrame(() => {
      done.current = open;
      const opened = document.querySelector('#ranking [aria-expanded="true"]');
      const box = opened?.getBoundingClientRect();
      if (box && box.top > 60 && box.bottom < window.innerHeight) return;
      if (opened) opened.scrollIntoView({ block: 'center' });
      else handle.current?.show(index);
    });
    return () => cancelAnimationFrame(frame);
  }, [open, ranked, set, peer, handle]);
}

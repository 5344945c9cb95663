import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** How long a page may load before its title is no longer waited for. */
const WAIT_MS = 10_000;

/**
 * Moves the focus to the new page's `h1`, so that a screen reader says where one is and the next Tab starts there. While
 * the page still loads the focus stands on the content around it; it is never taken from where the reader put it since.
 */
export function useFocusFollows(): void {
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const content = document.getElementById('content');
    // A page may have put it into its own field already.
    const moved = document.activeElement;
    if (moved instanceof HTMLElement && moved.matches('main :is(input, textarea, select)')) return;
    content?.focus({ preventScroll: true });
    const arrive = () => {
      const title = document.querySelector('h1');
      if (!title) return false;
      if (document.activeElement === content || document.activeElement === document.body) {
        title.tabIndex = -1;
        title.focus({ preventScroll: true });
      }
      return true;
    };
    if (arrive()) return;
    const watch = new MutationObserver(() => arrive() && stop());
    const timer = setTimeout(() => watch.disconnect(), WAIT_MS);
    const stop = () => {
      watch.disconnect();
      clearTimeout(timer);
    };
    watch.observe(document.body, { childList: true, subtree: true });
    return stop;
  }, [pathname]);
}

import { useEffect, useRef, type RefObject } from 'react';

/** A swipe is this long, this level, and this quick; anything else is scrolling, selecting or resting. */
const FAR = 90;
const LEVEL = 0.4;
const QUICK_MS = 600;

/** Fields that are moved through sideways, and what scrolls sideways itself. */
const OWN = 'textarea, input:not([type=radio]), select, .au-scale, .wh-tablewrap';

/** Leads on with a swipe to the left and back with one to the right, with one finger. */
export function useSwipe(
  container: RefObject<HTMLElement | null>,
  { left, right }: { left?: () => void; right?: () => void },
): void {
  const act = useRef({ left, right });
  useEffect(() => {
    act.current = { left, right };
  });
  useEffect(() => {
    const root = container.current;
    if (!root) return;
    let from: { x: number; y: number; at: number } | null = null;
    const start = (event: TouchEvent) => {
      const touch = event.touches[0];
      const own = event.target instanceof Element && event.target.closest(OWN);
      from =
        event.touches.length === 1 && touch && !own ? { x: touch.clientX, y: touch.clientY, at: Date.now() } : null;
    };
    const end = (event: TouchEvent) => {
      const touch = event.changedTouches[0];
      if (!from || !touch || Date.now() - from.at > QUICK_MS) return;
      const [x, y] = [touch.clientX - from.x, touch.clientY - from.y];
      if (Math.abs(x) < FAR || Math.abs(y) > LEVEL * Math.abs(x)) return;
      if (x < 0) act.current.left?.();
      else act.current.right?.();
    };
    root.addEventListener('touchstart', start, { passive: true });
    root.addEventListener('touchend', end, { passive: true });
    return () => {
      root.removeEventListener('touchstart', start);
      root.removeEventListener('touchend', end);
    };
  }, [container]);
}

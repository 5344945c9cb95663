import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Rows that are drawn or left out together. */
const TOGETHER = 25;

/** A long list in portions of 25 rows. */
export function portionsOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, i) =>
    rows.slice(i * TOGETHER, (i + 1) * TOGETHER),
  );
}

/**
 * Whether an element is on screen or within one screen of it, and its height: a long table draws only the portions of
 * rows that are near and keeps the place of the others. `guess` is the height of a portion that was never drawn.
 */
export function useNear<E extends HTMLElement>({
  first,
  always,
  guess,
}: {
  first: boolean;
  always: boolean;
  guess: number;
}) {
  const ref = useRef<E>(null);
  const [height, setHeight] = useState(guess);
  const [near, setNear] = useState(first);
  const drawn = near || always;
  useLayoutEffect(() => {
    if (drawn && ref.current) setHeight(ref.current.getBoundingClientRect().height);
  }, [drawn]);
  useEffect(() => {
    if (!ref.current) return;
    const watch = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), {
      rootMargin: '100% 0px',
    });
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, []);
  return { ref, drawn, height };
}

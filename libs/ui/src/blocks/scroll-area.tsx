import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

/** Tells whether an element (or the first one in it that `inside` selects) is narrower than its content, now and later. */
export function useScrollsSideways(element: RefObject<HTMLElement | null>, inside?: string): boolean {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const box = inside ? element.current?.querySelector(inside) : element.current;
    if (!box) return;
    const look = () => setScrolls(box.scrollWidth > box.clientWidth + 1);
    const watch = new ResizeObserver(look);
    watch.observe(box);
    for (const child of box.children) watch.observe(child);
    look();
    return () => watch.disconnect();
  }, [element, inside]);
  return scrolls;
}

export interface ScrollAreaProps {
  /** What is inside, for those who reach it by keyboard: the table's name. */
  label: string;
  className?: string;
  children: ReactNode;
}

/** What may be wider than the page, usually a table: scrolls sideways in itself, and by keyboard when it really does. */
export function ScrollArea({ label, className, children }: ScrollAreaProps) {
  const box = useRef<HTMLDivElement>(null);
  const scrolls = useScrollsSideways(box);
  return (
    <div
      ref={box}
      className={className ? `wh-tablewrap ${className}` : 'wh-tablewrap'}
      {...(scrolls && { tabIndex: 0, role: 'region', 'aria-label': label })}
    >
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';

/** A bar at the bottom edge, in reach of the thumb: what is left, and the primary action. */
export function StickyBottomBar({ children }: { children: ReactNode }) {
  return <div className="wh-bottombar">{children}</div>;
}

import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/**
 * The item that the address points at (`#item-A-01`): what folds it away is opened, it is scrolled to, takes the focus
 * and is answered, so that it can be marked.
 */
export function useMarkedItem(): string | null {
  const { hash } = useLocation();
  const [marked, mark] = useState<string | null>(null);
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1));
    const goal = id.startsWith('item-') ? document.getElementById(id) : null;
    mark(goal ? id.slice('item-'.length) : null);
    if (!goal) return;
    for (let fold = goal.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    goal.scrollIntoView({ block: 'center' });
    goal.focus({ preventScroll: true });
  }, [hash]);
  return marked;
}

/** On paper nothing is folded away. */
export function useUnfoldedPrint(): void {
  useEffect(() => {
    const unfold = () => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
    };
    addEventListener('beforeprint', unfold);
    return () => removeEventListener('beforeprint', unfold);
  }, []);
}

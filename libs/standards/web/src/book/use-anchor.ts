import { useEffect } from 'react';

/** Brings the item or section that the address names (`#C-04`) into view once the book is there. */
export function useAnchor() {
  useEffect(() => {
    const show = () => {
      const id = decodeURIComponent(location.hash.slice(1));
      const goal = id === '' ? null : document.getElementById(id);
      if (!goal) return;
      goal.scrollIntoView({ block: 'start' });
      for (const old of document.querySelectorAll('.is-aimed')) old.classList.remove('is-aimed');
      if (goal.classList.contains('st-item')) goal.classList.add('is-aimed');
    };
    show();
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, []);
}

import { useEffect, useState } from 'react';

/** Which of these elements (by id) is read now: the last whose beginning has come to the upper part of the window. */
export function useCurrentSection(ids: readonly string[]): string | null {
  const [current, set] = useState<string | null>(null);
  const key = ids.join('\n');
  useEffect(() => {
    let waiting = 0;
    const look = () => {
      waiting = 0;
      const limit = innerHeight * 0.35;
      let found: string | null = null;
      for (const id of key.split('\n')) {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        if (top !== undefined && top <= limit) found = id;
      }
      set(found);
    };
    const soon = () => {
      waiting ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(waiting);
      removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, [key]);
  return current;
}

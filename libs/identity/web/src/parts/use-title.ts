import { useEffect } from 'react';

/** The window's title of a page that has no header of the frame. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Wheelhouse`;
  }, [title]);
}

import { useDeferredValue } from 'react';
import { useNavigationType } from 'react-router';

/**
 * Whether to draw what begins below the window: not in a page's first drawing, so that what answers the reader's question
 * is there sooner, but right after it. Who comes back gets all at once, since the window goes to where it stood.
 */
export function useBelowFold(): boolean {
  const back = useNavigationType() === 'POP';
  return useDeferredValue(true, back);
}

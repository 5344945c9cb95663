import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Filters that live in the address: `const [filters, set] = useFilters({ q: '', kind: '' })`. What equals its default is
 * left out of the address; `set` replaces the history entry, so that Back leaves the page, and the page stays where it is scrolled to.
 */
export function useFilters<T extends Record<string, string>>(defaults: T): [T, (change: Partial<T>) => void] {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(
    Object.entries(defaults).map(([key, value]) => [key, params.get(key) ?? value]),
  ) as T;
  const known = JSON.stringify(defaults);
  // What the address will be: a second change may come before the first one is rendered, and must not undo it.
  const coming = useRef(params);
  useEffect(() => {
    coming.current = params;
  }, [params]);
  const set = useCallback(
    (change: Partial<T>) => {
      const after = new URLSearchParams(coming.current);
      const base = JSON.parse(known) as Record<string, string>;
      for (const [key, value] of Object.entries(change)) {
        if (value === undefined || value === base[key]) after.delete(key);
        else after.set(key, String(value));
      }
      coming.current = after;
      setParams(after, { replace: true, preventScrollReset: true });
    },
    [setParams, known],
  );
  return [filters, set];
}

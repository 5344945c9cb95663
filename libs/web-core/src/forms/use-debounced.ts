import { useEffect, useState } from 'react';

/** `value`, once it has been quiet for `ms`: for search boxes. */
export function useDebounced<T>(value: T, ms = 250): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

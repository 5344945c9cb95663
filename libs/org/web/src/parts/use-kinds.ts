import type { OutletKindResponse } from '@wheelhouse/contracts';
import { useApi, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

/** The kinds of outlets in use, and what each is called: known ones in the reader's language, others by their name. */
export function useKinds(): { kinds: string[]; nameOf: (kind: string) => string } {
  const t = useT(texts);
  const query = useApi<OutletKindResponse[]>('/outlets/kinds');
  const known: Record<string, string> = { '4s': t('outletKinds.4s'), tea_shop: t('outletKinds.tea_shop') };
  return {
    kinds: (query.data ?? []).map(({ kind }) => kind),
    nameOf: (kind) => known[kind] ?? kind.replaceAll('_', ' '),
  };
}

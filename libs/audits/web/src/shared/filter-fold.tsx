import { StatusTag, useIsPhone } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useState, type ReactNode } from 'react';
import { listTexts } from '../lists.texts.js';
import '../pages.css';

/** Fields of a filter in a grid; on a phone folded, with how many are on. */
export function FilterFold({ on, children }: { on: number; children: ReactNode }) {
  const t = useT(listTexts);
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  const fields = <div className="au-filters">{children}</div>;
  if (!phone) return fields;
  return (
    <details className="au-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('filters')}
        {on > 0 && <StatusTag tone="accent">{t('filtersOn', { count: on })}</StatusTag>}
      </summary>
      {open && fields}
    </details>
  );
}

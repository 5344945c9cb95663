import '../identity.css';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Fragment } from 'react';
import { recordsTexts } from '../records-texts.js';
import { rowsOfChange } from './rows-of-change.js';

/** Before and after beside each other, field by field; what stayed is left out. */
export function TrailChange({ before, after }: { before: unknown; after: unknown }) {
  const t = useT(recordsTexts);
  const f = useFormat();
  const rows = rowsOfChange(before, after, (value) =>
    value === null ? '—' : isLocalized(value) ? f.text(value) : null,
  );
  const has = { before: before !== null && before !== undefined, after: after !== null && after !== undefined };
  return (
    <div className="id-change">
      <span />
      <span className="wh-muted">{has.before ? t('trail.before') : ''}</span>
      <span className="wh-muted">{has.after ? t('trail.after') : ''}</span>
      {rows.map((row) => (
        <Fragment key={row.field}>
          <span className="wh-muted">{row.field}</span>
          <span>{has.before ? row.before : ''}</span>
          <span>{has.after ? row.after : ''}</span>
        </Fragment>
      ))}
    </div>
  );
}

const isLocalized = (value: unknown): value is { en: string; zh: string } =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'en,zh';

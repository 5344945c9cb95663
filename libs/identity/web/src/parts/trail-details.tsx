import '../identity.css';
import type { TrailEntryResponse } from '@wheelhouse/contracts';
import { trailChanges } from '@wheelhouse/identity-domain';
import { Button } from '@wheelhouse/ui';
import { useLocale, useT } from '@wheelhouse/web-core';
import { Fragment } from 'react';
import { recordsTexts } from '../records-texts.js';

/** What changed, field by field in words, and where the request came from. */
export function TrailDetails({ entry, onAll }: { entry: TrailEntryResponse; onAll: (() => void) | null }) {
  const t = useT(recordsTexts);
  const locale = useLocale();
  const changes = trailChanges(entry, locale);
  const origin = originOf(entry, t('trail.program'));
  if (changes.length === 0 && origin.length === 0 && !onAll) return <span className="wh-muted">—</span>;
  const has = { before: isThere(entry.before), after: isThere(entry.after) };
  return (
    <details>
      <summary className="wh-small wh-muted id-summary">{t('trail.details')}</summary>
      <div className="wh-stack" style={{ gap: 12, maxWidth: 560 }}>
        {changes.length > 0 && (
          <div className={has.before && has.after ? 'id-change' : 'id-change id-change--one'}>
            <span className="wh-muted">{t('trail.field')}</span>
            {has.before && <span className="wh-muted">{t('trail.before')}</span>}
            {has.after && <span className="wh-muted">{t(has.before ? 'trail.after' : 'trail.now')}</span>}
            {changes.map((row) => (
              <Fragment key={row.field}>
                <span className="wh-muted">{row.field}</span>
                {has.before && <span>{row.before}</span>}
                {has.after && <span>{row.after}</span>}
              </Fragment>
            ))}
          </div>
        )}
        {origin.length > 0 && (
          <dl className="id-origin wh-small">
            {origin.map(([key, value]) => (
              <Fragment key={key}>
                <dt className="wh-muted">{t(`trail.${key}`)}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        )}
        {onAll && (
          <div>
            <Button variant="quiet" onClick={onAll}>
              {t('trail.all')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

const isThere = (state: unknown) => state !== null && state !== undefined;

function originOf({ ip, device, sessionId, requestId }: TrailEntryResponse, program: string) {
  const inWords = device && ([device.browser, device.system].filter(Boolean).join(' · ') || program);
  const parts = [
    ['address', ip],
    ['device', inWords],
    ['session', sessionId?.slice(-8)],
    ['request', requestId],
  ] as const;
  return parts.filter((part): part is [(typeof part)[0], string] => Boolean(part[1]));
}

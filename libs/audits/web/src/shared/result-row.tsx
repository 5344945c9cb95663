import type { AuditSummary } from '@wheelhouse/contracts';
import { ListRow } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';
import { KIND_ICON } from './assignment-row.js';

/** An audit as a row: kind, day, findings (a draft has none yet), score. */
export function ResultRow({ audit, outlet }: { audit: AuditSummary; outlet?: boolean }) {
  const t = useT(texts);
  const f = useFormat();
  const kind = t(`kind.${audit.kind}`);
  return (
    <ListRow
      icon={KIND_ICON[audit.kind]}
      title={outlet ? f.text(audit.outlet.name) : kind}
      sub={
        <>
          {outlet && `${kind} · `}
          {f.date(audit.visitDate)}
          {audit.status === 'draft' ? ` · ${t('status.draft')}` : ` · ${t('findings', { count: audit.findings })}`}
          {audit.status === 'in_review' && ` · ${t('status.in_review')}`}
          {audit.redLines > 0 && (
            <span className="au-late wh-nowrap"> · {t('redLines', { count: audit.redLines })}</span>
          )}
        </>
      }
      corner={
        <>
          <strong>{f.score(audit.score)}</strong>{' '}
          <span className="wh-muted wh-small">{audit.grade === 'FAIL' ? t('failed') : audit.grade}</span>
        </>
      }
      to={`/audits/${audit.id}`}
    />
  );
}

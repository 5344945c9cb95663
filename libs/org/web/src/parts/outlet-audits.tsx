import type { AuditSummary, Page } from '@wheelhouse/contracts';
import { EmptyState, List, ListRow, ScoreText, Section, SkeletonRows, StatusTag } from '@wheelhouse/ui';
import { Failed, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

/** The newest audits of an outlet, as far as the reader may see them. */
export function OutletAudits({ outletId }: { outletId: string }) {
  const t = useT(texts);
  const f = useFormat();
  const query = useApi<Page<AuditSummary>>('/audits', { outletId, limit: 10 });
  const rows = query.data?.items;
  return (
    <Section title={t('outlet.audits')} flush>
      {query.error ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : !rows ? (
        <SkeletonRows rows={4} />
      ) : rows.length === 0 ? (
        <EmptyState icon="clipboard" title={t('outlet.auditsEmpty')} text={t('outlet.auditsEmptyText')} />
      ) : (
        <List label={t('outlet.audits')}>
          {rows.map((audit) => (
            <ListRow
              key={audit.id}
              to={`/audits/${audit.id}`}
              title={
                <span className="wh-row">
                  {t(`auditKinds.${audit.kind}`)}
                  {audit.redLines > 0 && (
                    <StatusTag tone="bad">{t('outlet.redLines', { count: audit.redLines })}</StatusTag>
                  )}
                  {audit.status !== 'published' && audit.status !== 'final' && (
                    <StatusTag>{t(`auditStatuses.${audit.status}`)}</StatusTag>
                  )}
                </span>
              }
              sub={[f.date(audit.visitDate), audit.auditor?.name, t('outlet.findings', { count: audit.findings })]
                .filter(Boolean)
                .join(' · ')}
              end={
                <span style={{ fontWeight: 600 }}>
                  <ScoreText value={audit.score} />
                </span>
              }
            />
          ))}
        </List>
      )}
    </Section>
  );
}

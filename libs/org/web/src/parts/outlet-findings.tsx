import type { FindingResponse, Page } from '@wheelhouse/contracts';
import { ButtonLink, EmptyState, List, ListRow, Section, SkeletonRows, StatusTag } from '@wheelhouse/ui';
import { Failed, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { outletTexts } from '../outlet.texts.js';
import { newestOfEach } from './newest-findings.js';

const SHOWN = 8;

/** What fails at this outlet: each item once, repeated ones first. */
export function OutletFindings({ outletId }: { outletId: string }) {
  const t = useT(outletTexts);
  const f = useFormat();
  const query = useApi<Page<FindingResponse>>('/findings', { outletId, limit: 100 });
  const rows = query.data && newestOfEach(query.data.items).slice(0, SHOWN);
  return (
    <Section
      title={t('findings')}
      lead={rows && rows.length > 0 && t('findingsLead')}
      actions={
        rows && rows.length > 0 && <ButtonLink to={`/findings?outletId=${outletId}`}>{t('findingsAll')}</ButtonLink>
      }
      flush
    >
      {query.error ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : !rows ? (
        <SkeletonRows rows={4} />
      ) : rows.length === 0 ? (
        <EmptyState icon="check" title={t('findingsNone')} text={t('findingsNoneText')} />
      ) : (
        <List label={t('findings')}>
          {rows.map((row) => (
            <ListRow
              key={row.id}
              to={`/audits/${row.auditId}#item-${row.itemId}`}
              title={
                <>
                  {f.text(row.itemText)} {row.critical && <StatusTag tone="bad">{t('redLine')}</StatusTag>}
                </>
              }
              sub={[
                f.date(row.visitDate),
                row.repeated > 1 && t('repeated', { count: row.repeated }),
                f.text(row.sectionName),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

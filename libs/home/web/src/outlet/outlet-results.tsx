import type { AuditSummary } from '@wheelhouse/contracts';
import { EmptyState, List, ListRow, Section } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { KIND_ICON } from '../waiting/waiting-row.js';
import { waitingTexts } from '../waiting/waiting.texts.js';
import { outletTexts } from './outlet.texts.js';

/** The last published results of one outlet. */
export function OutletResults({ audits }: { audits: AuditSummary[] }) {
  const t = useT(outletTexts);
  return (
    <Section title={t('results')} flush>
      {audits.length === 0 ? (
        <EmptyState icon="clipboard" title={t('noResults')} text={t('noResultsText')} />
      ) : (
        <List label={t('results')}>
          {audits.map((audit) => (
            <Result key={audit.id} audit={audit} />
          ))}
        </List>
      )}
    </Section>
  );
}

function Result({ audit }: { audit: AuditSummary }) {
  const t = useT(outletTexts);
  const tw = useT(waitingTexts);
  const f = useFormat();
  const grade = audit.grade === 'FAIL' ? t('failed') : audit.grade ? t('grade', { grade: audit.grade }) : '';
  return (
    <ListRow
      icon={KIND_ICON[audit.kind]}
      title={tw(`audit.${audit.kind}`)}
      sub={
        <>
          {f.date(audit.visitDate)} · {t('findings', { count: audit.findings })}
          {audit.redLines > 0 && (
            <span className="wh-bad wh-nowrap"> · {t('redLines', { count: audit.redLines })}</span>
          )}
        </>
      }
      end={
        <>
          <strong>{f.score(audit.score)}</strong>
          <br />
          <span className={audit.grade === 'FAIL' ? 'wh-bad wh-small' : 'wh-muted wh-small'}>{grade}</span>
        </>
      }
      to={`/audits/${audit.id}`}
    />
  );
}

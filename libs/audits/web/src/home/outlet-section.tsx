import type { AuditResponse, AuditSummary, HomeResponse } from '@wheelhouse/contracts';
import { Button, ButtonLink, EmptyState, List, ListRow, Section } from '@wheelhouse/ui';
import { localToday, useApi, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { HelpsMost } from '../result/result-parts.js';
import { KIND_ICON } from '../shared/assignment-row.js';
import { useStartAudit } from '../shared/use-start-audit.js';
import { texts } from '../texts.js';
import { homeTexts } from './home.texts.js';

/** One outlet that the reader answers for: the self-check to do, and what the last audits found. */
export function OutletSection({ home, outlet }: { home: HomeResponse; outlet: HomeResponse['outlets'][number] }) {
  const t = useT(homeTexts);
  const f = useFormat();
  return (
    <Section title={f.text(outlet.name)} flush actions={<SelfCheck home={home} outletId={outlet.id} />}>
      {outlet.lastAudits.length === 0 ? (
        <EmptyState icon="clipboard" title={t('noResults')} text={t('noResultsText')} />
      ) : (
        <List label={t('lastResults')}>
          {outlet.lastAudits.map((audit) => (
            <ResultRow key={audit.id} audit={audit} />
          ))}
        </List>
      )}
    </Section>
  );
}

/** What would raise the outlet's score most, by its last audit; nothing while that is loading or all was met. */
export function OutletHelp({ auditId }: { auditId: string }) {
  const audit = useApi<AuditResponse>(`/audits/${auditId}`);
  return audit.data ? <HelpsMost audit={audit.data} /> : null;
}

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
      end={
        <>
          <strong>{f.score(audit.score)}</strong>
          <br />
          <span className="wh-muted wh-small">
            {audit.grade === 'FAIL' ? t('failed') : audit.grade ? t('grade', { grade: audit.grade }) : ''}
          </span>
        </>
      }
      to={`/audits/${audit.id}`}
    />
  );
}

/** The self-check: go on with the one begun, start the assigned one, or one of the outlet's own accord. */
function SelfCheck({ home, outletId }: { home: HomeResponse; outletId: string }) {
  const t = useT(homeTexts);
  const { tenant } = useSession();
  const today = localToday(tenant?.timeZone);
  const start = useStartAudit();
  const due = home.assignments.find(
    (a) =>
      a.kind === 'self_check' &&
      a.outlet.id === outletId &&
      (a.auditId !== null || (a.can.start && a.windowFrom <= today)),
  );
  const draft = home.drafts.find((d) => d.kind === 'self_check' && d.outlet.id === outletId);
  const version = home.startable.find(({ kind }) => kind === 'self_check');
  const begun = due?.auditId ?? draft?.id;
  if (begun)
    return (
      <ButtonLink variant="primary" to={`/audits/${begun}/fill`}>
        {t('selfCheckGoOn')}
      </ButtonLink>
    );
  if (!due && !version) return null;
  return (
    <Button
      variant="primary"
      busy={start.isPending}
      onClick={() =>
        start.mutate(
          due
            ? { assignmentId: due.id }
            : { kind: 'self_check', outletId, standardVersionId: version?.standardVersionId },
        )
      }
    >
      {t('selfCheck')}
    </Button>
  );
}

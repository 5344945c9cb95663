import type { AuditComparisonResponse, AuditResponse } from '@wheelhouse/contracts';
import {
  Button,
  ButtonLink,
  EmptyState,
  Facts,
  Notice,
  Page,
  PageHeader,
  Section,
  SkeletonPage,
  StatusTag,
} from '@wheelhouse/ui';
import { QueryState, useApi, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { Navigate, useParams } from 'react-router';
import { ResultHead } from '../result/result-head.js';
import { AllAnswers, Findings, HelpsMost } from '../result/result-parts.js';
import { resultTexts } from '../result/result.texts.js';
import { comparisonTexts } from '../result/comparison.texts.js';
import { ScoreHistory } from '../result/score-history.js';
import { SectionComparison } from '../result/section-comparison.js';
import { useMarkedItem, useUnfoldedPrint } from '../result/use-marked-item.js';
import { ReviewBox, ReviewOutcome } from '../result/review-box.js';
import { STATUS_TONE } from '../shared/words.js';
import { texts } from '../texts.js';
import '../shared.css';
import '../pages.css';
import '../result/result.css';

/** What an audit found. A draft that one may go on with leads to its form; a shopper learns the status alone. */
export function AuditResultPage() {
  const { id = '' } = useParams();
  const audit = useApi<AuditResponse>(`/audits/${id}`);
  return (
    <QueryState query={audit}>
      {(data) => {
        if (data.status !== 'draft' || !data.can.edit) return <Result audit={data} />;
        // What is being fetched anew may be submitted by now; its form would lead straight back.
        return audit.isFetching ? <SkeletonPage /> : <Navigate replace to={`/audits/${id}/fill`} />;
      }}
    </QueryState>
  );
}

function Result({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const { can } = useSession();
  const tx = useT(comparisonTexts);
  const reader = can('audit.read', 'audit.review');
  const read = useApi<AuditComparisonResponse>(reader ? `/audits/${audit.id}/comparison` : null);
  const comparison = reader && !read.error ? read.data : null;
  const marked = useMarkedItem();
  useUnfoldedPrint();
  const header = (
    <PageHeader
      back={reader ? { to: '/audits', label: t('back') } : { to: '/', label: t('home') }}
      title={f.text(audit.outlet.name)}
      lead={`${tc(`kind.${audit.kind}`)} · ${tc('visitOn', { date: f.date(audit.visitDate) })}`}
      tag={<StatusTag tone={STATUS_TONE[audit.status]}>{tc(`status.${audit.status}`)}</StatusTag>}
      actions={
        reader && (
          <span className="au-noprint">
            <Button icon="document" onClick={() => print()}>
              {tx('print')}
            </Button>
          </span>
        )
      }
    />
  );
  if (audit.kind === 'mystery_shop' && !reader && audit.result.display === null && audit.score === null)
    return (
      <Page narrow>
        {header}
        <EmptyState
          bordered
          icon="check"
          title={t('shopperTitle')}
          text={t(audit.status === 'in_review' || audit.status === 'submitted' ? 'shopperReview' : 'shopperDone')}
          action={
            <ButtonLink to="/assignments" variant="primary">
              {t('toAssignments')}
            </ButtonLink>
          }
        />
      </Page>
    );
  return (
    <Page>
      {header}
      {audit.kind === 'mystery_shop' && audit.status === 'in_review' && <Notice>{t('embargo')}</Notice>}
      <ReviewOutcome audit={audit} />
      <ResultHead audit={audit} comparison={comparison} />
      <div className="au-result">
        <div className="au-result__side">
          {audit.can.review && <ReviewBox audit={audit} />}
          <SectionComparison audit={audit} comparison={comparison} />
          {comparison && <ScoreHistory auditId={audit.id} history={comparison.history} />}
          <VisitFacts audit={audit} />
          <Details audit={audit} />
        </div>
        <div className="au-result__first">
          <HelpsMost audit={audit} />
        </div>
        <div className="au-result__main">
          <Findings audit={audit} marked={marked} />
          <AllAnswers audit={audit} marked={marked} />
        </div>
      </div>
    </Page>
  );
}

function VisitFacts({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const fields = (audit.form.visit_record_unscored ?? []).filter(({ id }) => Object.hasOwn(audit.visitRecord, id));
  if (fields.length === 0) return null;
  const show = (value: string | number | boolean | undefined) =>
    typeof value === 'boolean'
      ? tc(value ? 'yes' : 'no')
      : String(value ?? '').replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1 $2') || '—';
  return (
    <Section title={t('visit')}>
      <div className="wh-stack">
        {audit.scenario && <p className="au-prose">{f.text(audit.scenario)}</p>}
        <Facts facts={fields.map((field) => ({ label: f.text(field), value: show(audit.visitRecord[field.id]) }))} />
      </div>
    </Section>
  );
}

function Details({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const f = useFormat();
  return (
    <Section title={t('details')}>
      <Facts
        facts={[
          { label: t('outlet'), value: `${f.text(audit.outlet.name)} · ${audit.outlet.code}` },
          { label: t('standard'), value: `${f.text(audit.standardName)} ${audit.standardVersion}` },
          { label: t('visitDate'), value: f.date(audit.visitDate) },
          ...(audit.auditor ? [{ label: t('auditor'), value: audit.auditor.name }] : []),
          ...(audit.submittedAt ? [{ label: t('submittedAt'), value: f.dateTime(audit.submittedAt) }] : []),
          ...(audit.publishedAt ? [{ label: t('publishedAt'), value: f.dateTime(audit.publishedAt) }] : []),
        ]}
      />
    </Section>
  );
}

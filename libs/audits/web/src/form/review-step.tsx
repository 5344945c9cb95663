import type { AuditResponse } from '@wheelhouse/contracts';
import { findingsOf, scoreAudit } from '@wheelhouse/scoring-domain';
import { Figure, Figures, List, ListRow, Notice, StatusTag } from '@wheelhouse/ui';
import { ApiProblem, useExplain, useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { shortItemId, toneOfGrade } from '../shared/words.js';
import { texts } from '../texts.js';
import { formTexts } from './form.texts.js';
import { askedFields, VISIT_STEP } from './form-progress.js';
import { ExportAnswers } from './export-answers.js';
import { FailingList } from './failing-list.js';
import { HowComputed } from '../result/how-computed.js';
import type { AuditDraft } from './use-audit-draft.js';
import { VisitDate } from './visit-step.js';

/** The last look: the score, what is missing (each one press away), and what submitting means. */
export function ReviewStep({
  audit,
  draft,
  refusal,
  onJump,
}: {
  audit: AuditResponse;
  draft: AuditDraft;
  refusal: Error | null;
  onJump: (step: string, target: string) => void;
}) {
  const t = useT(formTexts);
  const tc = useT(texts);
  const f = useFormat();
  const { form } = audit;
  const complete = draft.missing.count === 0;
  const score = complete ? scoreAudit(form, draft.answers) : draft.score;
  const findings = findingsOf(form, draft.answers).length;
  return (
    <div className="wh-stack">
      {refusal && <Refusal problem={refusal} audit={audit} draft={draft} />}
      {audit.kind !== 'mystery_shop' && (
        <section className="au-item">
          <Figures>
            <Figure
              big
              label={complete ? tc('score') : t('liveScore')}
              definition={<Meaning of={complete ? 'auditScore' : 'liveScore'} />}
              value={f.score(score.display, form.scoring.precision)}
              tone={toneOfGrade(score.grade, form.scoring)}
              note={score.grade ? tc('grade', { grade: score.grade }) : undefined}
            />
            <Figure
              label={t('redLines')}
              definition={<Meaning of="auditRedLines" />}
              value={score.triggered.length}
              tone={score.triggered.length > 0 ? 'bad' : 'neutral'}
            />
            <Figure label={t('findings')} definition={<Meaning of="auditFindings" />} value={findings} />
          </Figures>
          <HowComputed form={form} result={score} />
          {complete && score.lowCoverage && (
            <Notice tone="watch">{t('lowCoverage', { percent: f.percent(score.naWeightShare) })}</Notice>
          )}
        </section>
      )}
      {complete ? (
        <Notice tone="good">
          <p>{t('nothingMissing')}</p>
          <p>
            {t('submitLead')} {audit.kind === 'mystery_shop' && t('submitLeadReview')}
          </p>
        </Notice>
      ) : (
        <MissingList audit={audit} draft={draft} onJump={onJump} />
      )}
      <FailingList audit={audit} draft={draft} onJump={onJump} />
      {audit.kind !== 'mystery_shop' && (
        <section className="au-item">
          <VisitDate draft={draft} />
        </section>
      )}
    </div>
  );
}

function Refusal({ problem, audit, draft }: { problem: Error; audit: AuditResponse; draft: AuditDraft }) {
  const t = useT(formTexts);
  const explain = useExplain();
  const offline = problem instanceof ApiProblem && problem.status === 0;
  if (offline)
    return (
      <Notice tone="watch">
        <p>{t('submitOffline')}</p>
        <ExportAnswers audit={audit} draft={draft} />
      </Notice>
    );
  return (
    <Notice tone="bad">
      <p>
        <strong>{t('submitRefused')}</strong>
      </p>
      <p>{explain(problem).text}</p>
      {problem instanceof ApiProblem && problem.fields.length > 0 && (
        <ul className="au-plainlist">
          {problem.fields.slice(0, 12).map((field) => (
            <li key={field.field}>
              {field.field.replace(/^(answers|visitRecord)\./, '')}: {field.message}
            </li>
          ))}
        </ul>
      )}
      <div className="au-notice__actions">
        <ExportAnswers audit={audit} draft={draft} />
      </div>
    </Notice>
  );
}

function MissingList({
  audit,
  draft,
  onJump,
}: {
  audit: AuditResponse;
  draft: AuditDraft;
  onJump: (step: string, target: string) => void;
}) {
  const t = useT(formTexts);
  const f = useFormat();
  const { form } = audit;
  const { missing } = draft;
  const words = (code: string | undefined, min: unknown) =>
    code === 'ANSWER.NA_REASON_MISSING'
      ? t('naReasonMissing')
      : code === 'ANSWER.MISSING'
        ? t('missing')
        : code === 'FIELD.REQUIRED'
          ? t('fieldMissing')
          : code === 'FIELD.TOO_SHORT'
            ? t('fieldShort', { min: Number(min) })
            : t('fieldBad');
  const visit = askedFields(form).filter((field) => missing.visit.has(field.id));
  const groups = [
    ...(visit.length > 0
      ? [
          {
            step: VISIT_STEP,
            title: t('visitTitle'),
            rows: visit.map((field) => ({ id: field.id, label: f.text(field), problem: missing.visit.get(field.id) })),
          },
        ]
      : []),
    ...form.sections.map((section) => ({
      step: section.id,
      title: f.text(section),
      rows: section.items
        .filter((item) => missing.items.has(item.id))
        .map((item) => ({ id: item.id, label: f.text(item), problem: missing.items.get(item.id) })),
    })),
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section className="au-missing" aria-labelledby="au-missing-title">
      <header className="au-missing__head">
        <h2 id="au-missing-title">{t('missingTitle', { count: missing.count })}</h2>
        <p className="wh-muted wh-small">{t('missingLead')}</p>
      </header>
      {groups.map((group) => (
        <div key={group.step}>
          <h3 className="au-missing__section">
            {group.title}
            <StatusTag>{group.rows.length}</StatusTag>
          </h3>
          <List label={group.title}>
            {group.rows.map((row) => (
              <ListRow
                key={row.id}
                lead={<span className="au-item__id">{shortItemId(form.code, row.id)}</span>}
                title={row.label}
                sub={
                  row.problem?.code === 'ANSWER.MISSING'
                    ? undefined
                    : words(row.problem?.code, row.problem?.params?.['min'])
                }
                onPress={() => onJump(group.step, row.id)}
              />
            ))}
          </List>
        </div>
      ))}
    </section>
  );
}

import type { AuditResponse, AuditFinding } from '@wheelhouse/contracts';
import { whatWouldHelpMost } from '@wheelhouse/scoring-domain';
import { findItem } from '@wheelhouse/standards-domain';
import { EmptyState, List, ListRow, ScoreBar, Section, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useMemo } from 'react';
import { shortItemId, useItemWords } from '../shared/words.js';
import { texts } from '../texts.js';
import { resultTexts } from './result.texts.js';

/** Each section's score as a bar; the total's peers are no mark here, since they have no sections. */
export function SectionBars({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const scores = new Map(audit.result.sections.map((section) => [section.id, section.score]));
  const lowest = audit.form.scoring.grades.at(-2)?.[1] ?? 0;
  return (
    <Section title={t('sections')}>
      <ul className="au-bars">
        {audit.form.sections.map((section) => {
          const score = scores.get(section.id) ?? null;
          return (
            <li key={section.id} className="au-bars__row">
              <span>
                {f.text(section)} <span className="wh-muted wh-small">{tc('weight', { weight: section.weight })}</span>
              </span>
              <strong className={score === null ? 'wh-muted' : undefined}>
                {score === null ? t('sectionNa') : f.score(score)}
              </strong>
              <span className="au-bars__bar">
                <ScoreBar value={score} tone={score !== null && score < lowest ? 'bad' : 'neutral'} />
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The three repairs that would raise the score most. */
export function HelpsMost({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const best = useMemo(() => whatWouldHelpMost(audit.form, audit.answers, 3).filter(({ gain }) => gain > 0), [audit]);
  if (best.length === 0 || audit.result.final === null) return null;
  const now = audit.result.final;
  return (
    <Section title={t('helps')} lead={t('helpsLead')} flush>
      <List label={t('helps')}>
        {best.map(({ itemId, gain, triggered }) => (
          <ListRow
            key={itemId}
            title={f.text(findItem(audit.form, itemId))}
            sub={`${shortItemId(audit.form.code, itemId)}${triggered ? ` · ${tc('redLineCrossed')}` : ''}`}
            end={
              <strong className="wh-nowrap">
                {t('helpsGain', { gain: f.score(gain), score: f.score(now + gain) })}
              </strong>
            }
          />
        ))}
      </List>
    </Section>
  );
}

/** Findings, crossed red lines first, then by points lost; each with its answer, guidance and note. */
export function Findings({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const worst = audit.findingList.toSorted(
    (a, b) => Number(b.triggered) - Number(a.triggered) || b.pointsLost - a.pointsLost,
  );
  return (
    <Section title={t('findings')} lead={worst.length > 0 ? t('findingsLead') : undefined} flush>
      {worst.length === 0 ? (
        <EmptyState icon="check" title={t('noFindings')} text={t('noFindingsText')} />
      ) : (
        worst.map((finding) => <FindingBlock key={finding.itemId} audit={audit} finding={finding} />)
      )}
    </Section>
  );
}

function FindingBlock({ audit, finding }: { audit: AuditResponse; finding: AuditFinding }) {
  const t = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const words = useItemWords(audit.form);
  const item = findItem(audit.form, finding.itemId);
  const points = f.number(finding.pointsLost, 1);
  return (
    <article className="au-finding">
      <header className="au-finding__head">
        <span className="au-item__id">{shortItemId(audit.form.code, finding.itemId)}</span>
        {finding.triggered && (
          <StatusTag tone="bad" icon="flag">
            {tc('redLineCrossed')}
          </StatusTag>
        )}
        {finding.repeated && (
          <span title={t('repeatedHint')}>
            <StatusTag tone="watch" icon="refresh">
              {t('repeated')}
            </StatusTag>
          </span>
        )}
        <span className="au-finding__lost" title={t('lostLong', { points })}>
          <span aria-hidden="true">{t('lost', { points })}</span>
          <span className="wh-sr">{t('lostLong', { points })}</span>
        </span>
      </header>
      <p className="au-finding__text">{f.text(finding.text)}</p>
      {item && <p className="wh-small">{words.answer(item, audit.answers[item.id])}</p>}
      {finding.note && <p className="au-quote wh-small">{finding.note}</p>}
      {item?.guidance && <p className="wh-muted wh-small">{f.text(item.guidance)}</p>}
    </article>
  );
}

/** Every answer, section by section, folded. */
export function AllAnswers({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const f = useFormat();
  const words = useItemWords(audit.form);
  return (
    <Section title={t('answers')} lead={t('answersLead')} flush>
      {audit.form.sections.map((section) => (
        <details key={section.id} className="au-answers">
          <summary>
            {f.text(section)}
            <span className="wh-muted wh-small">{section.items.length}</span>
          </summary>
          {section.items.map((item) => {
            const answer = audit.answers[item.id];
            return (
              <div key={item.id} className="au-answers__row">
                <span className="wh-muted">{shortItemId(audit.form.code, item.id)}</span>
                <span>{f.text(item)}</span>
                <span>{words.answer(item, answer)}</span>
                {answer?.note && <p className="au-quote">{answer.note}</p>}
              </div>
            );
          })}
        </details>
      ))}
    </Section>
  );
}

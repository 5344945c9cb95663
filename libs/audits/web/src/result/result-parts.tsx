import { type AuditFinding, type AuditResponse, REPEAT_WEEKS, type StandardItem } from '@wheelhouse/contracts';
import { whatWouldHelpMost } from '@wheelhouse/scoring-domain';
import { findItem } from '@wheelhouse/standards-domain';
import { EmptyState, Hint, List, ListRow, Section, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { shortItemId, useItemWords } from '../shared/words.js';
import { texts } from '../texts.js';
import { resultTexts } from './result.texts.js';

/** What to fix first: the repairs that would raise the score most, each leading to its finding. */
export function HelpsMost({ audit }: { audit: AuditResponse }) {
  const t = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const best = useMemo(() => whatWouldHelpMost(audit.form, audit.answers, 5).filter(({ gain }) => gain > 0), [audit]);
  if (best.length === 0 || audit.result.final === null) return null;
  const now = audit.result.final;
  return (
    <Section
      title={
        <>
          {t('helps')}{' '}
          <Hint label={t('helps')}>
            <Meaning of="pointsGained" />
          </Hint>
        </>
      }
      lead={t('helpsLead')}
      flush
    >
      <List label={t('helps')}>
        {best.map(({ itemId, gain, triggered }) => (
          <ListRow
            key={itemId}
            to={`#item-${itemId}`}
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
export function Findings({ audit, marked }: { audit: AuditResponse; marked: string | null }) {
  const t = useT(resultTexts);
  const worst = audit.findingList.toSorted(
    (a, b) => Number(b.triggered) - Number(a.triggered) || b.pointsLost - a.pointsLost,
  );
  return (
    <Section title={t('findings')} lead={worst.length > 0 ? t('findingsLead') : undefined} flush>
      {worst.length === 0 ? (
        <EmptyState icon="check" title={t('noFindings')} text={t('noFindingsText')} />
      ) : (
        worst.map((finding) => (
          <FindingBlock key={finding.itemId} audit={audit} finding={finding} marked={marked === finding.itemId} />
        ))
      )}
    </Section>
  );
}

interface BlockProps {
  audit: AuditResponse;
  finding: AuditFinding;
  marked: boolean;
}

function FindingBlock({ audit, finding, marked }: BlockProps) {
  const t = useT(resultTexts);
  const tc = useT(texts);
  const f = useFormat();
  const words = useItemWords(audit.form);
  const item = findItem(audit.form, finding.itemId);
  const points = f.number(finding.pointsLost, 1);
  return (
    <article
      id={`item-${finding.itemId}`}
      tabIndex={-1}
      className={marked ? 'au-finding is-marked' : 'au-finding'}
      aria-label={`${shortItemId(audit.form.code, finding.itemId)} ${f.text(finding.text)}`}
    >
      <header className="au-finding__head">
        <span className="au-item__id">{shortItemId(audit.form.code, finding.itemId)}</span>
        {finding.triggered && (
          <StatusTag tone="bad" icon="flag">
            {tc('redLineCrossed')}
          </StatusTag>
        )}
        {finding.repeated > 1 && (
          <span title={t('repeatedHint', { weeks: REPEAT_WEEKS })}>
            <StatusTag tone="watch" icon="refresh">
              {t('repeated', { count: finding.repeated })}
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
      {item && <RuleText item={item} />}
    </article>
  );
}

/** Every answer beside its rule, section by section, folded; a finding's own place is above. */
export function AllAnswers({ audit, marked }: { audit: AuditResponse; marked: string | null }) {
  const t = useT(resultTexts);
  const f = useFormat();
  const words = useItemWords(audit.form);
  const failed = new Set(audit.findingList.map(({ itemId }) => itemId));
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
            const fails = failed.has(item.id);
            return (
              <div
                key={item.id}
                id={fails ? undefined : `item-${item.id}`}
                tabIndex={fails ? undefined : -1}
                className={marked === item.id && !fails ? 'au-answers__row is-marked' : 'au-answers__row'}
              >
                <span className="wh-muted">{shortItemId(audit.form.code, item.id)}</span>
                <span className="au-answers__rule">
                  {f.text(item)}
                  <RuleText item={item} />
                </span>
                {fails ? (
                  <Link to={`#item-${item.id}`}>{words.answer(item, answer)}</Link>
                ) : (
                  <span>{words.answer(item, answer)}</span>
                )}
                {answer?.note && <p className="au-quote">{answer.note}</p>}
              </div>
            );
          })}
        </details>
      ))}
    </Section>
  );
}

/** How an item is checked, with its good and bad example. */
function RuleText({ item }: { item: StandardItem }) {
  const t = useT(resultTexts);
  const f = useFormat();
  const parts = [
    ['', item.guidance],
    [t('good'), item.good_example],
    [t('bad'), item.bad_example],
  ] as const;
  return parts.map(
    ([label, text]) =>
      text &&
      f.text(text) && (
        <span key={label} className="au-rule wh-muted wh-small">
          {label && <strong>{label} </strong>}
          {f.text(text)}
        </span>
      ),
  );
}

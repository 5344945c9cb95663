import type { StandardBody, StandardSection } from '@wheelhouse/contracts';
import { answerOf, itemCredit } from '@wheelhouse/scoring-domain';
import { Button, Icon, ScoreBar } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useId, useState } from 'react';
import { shortItemId } from '../book/item-words.js';
import type { Given, TrialResult } from './trial.js';
import { whatIfTexts } from './what-if.texts.js';

const worthOf = (section: StandardSection, points: Map<string, number>) =>
  section.items.reduce((sum, { id }) => sum + (points.get(id) ?? 0), 0);

/** The score of each section and what it brings to the total. */
export function TrialSections({ body, result }: { body: StandardBody; result: TrialResult }) {
  const t = useT(whatIfTexts);
  const f = useFormat();
  return (
    <>
      <h3>{t('sections')}</h3>
      <ul className="st-trial">
        {body.sections.map((section, i) => {
          const score = result.score.sections[i]?.score ?? null;
          const worth = worthOf(section, result.points);
          return (
            <li key={i} className="st-trial__section">
              <span className="st-trial__name">
                <span className="st-section__id">{section.id}</span>
                {f.text(section) || '—'}
              </span>
              {score === null ? (
                <span className="wh-muted wh-small">{t('notApplicable')}</span>
              ) : (
                <>
                  <span className="wh-num">{f.number(score, 1)}</span>
                  <span className="st-trial__bar">
                    <ScoreBar value={score} />
                  </span>
                  <span className="wh-muted wh-small wh-num">
                    {t('points', { earned: f.number((score * worth) / 100, 1), worth: f.number(worth, 1) })}
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What each item is worth, and its answer to be changed, section by section. */
export function TrialItems({
  body,
  result,
  given,
  changed,
  onGive,
  onReset,
}: {
  body: StandardBody;
  result: TrialResult;
  given: Readonly<Record<string, Given>>;
  changed: number;
  onGive: (id: string, value: Given) => void;
  onReset: () => void;
}) {
  const t = useT(whatIfTexts);
  return (
    <>
      <div className="wh-row wh-between">
        <h3>{t('items')}</h3>
        {changed > 0 && (
          <Button variant="quiet" icon="undo" onClick={onReset}>
            {t('reset')}
          </Button>
        )}
      </div>
      {body.sections.map((section, i) => (
        <SectionItems key={i} code={body.code} section={section} result={result} given={given} onGive={onGive} />
      ))}
    </>
  );
}

function SectionItems({
  code,
  section,
  result,
  given,
  onGive,
}: {
  code: string;
  section: StandardSection;
  result: TrialResult;
  given: Readonly<Record<string, Given>>;
  onGive: (id: string, value: Given) => void;
}) {
  const t = useT(whatIfTexts);
  const f = useFormat();
  const [open, setOpen] = useState(false);
  const group = useId();
  return (
    <details className="st-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {section.id} {f.text(section)}{' '}
        <span className="wh-muted wh-num">{t('worth', { points: f.number(worthOf(section, result.points), 1) })}</span>
      </summary>
      {open && (
        <ul className="st-trial">
          {section.items.map((item, i) => {
            const id = shortItemId(code, item.id);
            const credit = itemCredit(item, answerOf(result.answers, item.id));
            const now: Given | null =
              given[item.id] ??
              (credit.state === 'na'
                ? 'na'
                : credit.state === 'unanswered'
                  ? null
                  : credit.credit >= 1
                    ? 'good'
                    : credit.credit > 0
                      ? 'part'
                      : 'miss');
            const choices: Given[] = [
              'good',
              ...(item.type === 'yes_no' ? [] : (['part'] as const)),
              'miss',
              ...(item.na_allowed ? (['na'] as const) : []),
            ];
            return (
              <li key={`${item.id}-${i}`} className="st-trial__item">
                <span className="st-trial__text" title={f.text(item)}>
                  <span className="st-item__id">{id}</span>
                  {item.critical && <Icon name="flag" size={14} className="wh-bad" />} {f.text(item)}
                </span>
                <span className="wh-num wh-small">{f.number(result.points.get(item.id) ?? 0, 2)}</span>
                <span className="st-trial__choices" role="radiogroup" aria-label={t('answerOf', { id })}>
                  {choices.map((choice) => (
                    <label key={choice} className={`is-${choice}`}>
                      <input
                        type="radio"
                        name={`${group}-${item.id}-${i}`}
                        checked={now === choice}
                        onChange={() => onGive(item.id, choice)}
                      />
                      <span>{t(choice === 'na' ? 'naShort' : choice)}</span>
                    </label>
                  ))}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}

import type { ObjectiveResponse } from '@wheelhouse/contracts';
import { Figure, Figures, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { Meaning } from '@wheelhouse/web-core/definitions';
import type { ReactNode } from 'react';
import { objectiveTexts } from '../texts/objective.texts.js';
import { figureText, unitOf } from './effect-sentence.js';

export interface ObjectiveCardProps {
  objective: ObjectiveResponse;
  /** What it measures, in words. */
  words: string;
  actions?: ReactNode;
  children?: ReactNode;
}

/** An objective with its baseline, target and due date, and where it stands now. */
export function ObjectiveCard({ objective, words, actions, children }: ObjectiveCardProps) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const unit = unitOf(objective.metric);
  const { baseline, target, direction, dueOn } = objective;
  const effect = objective.measured ?? objective.effect;
  const interval = (low: number | null, high: number | null) =>
    low === null ? undefined : `[${f.interval(low, high, unit === 'percent' ? 0 : 1)}]`;
  return (
    <article className="pdca-objective">
      <header className="wh-row wh-between">
        <div className="wh-grow">
          <h3>
            {f.text(objective.name)}{' '}
            {effect?.reached !== null && effect?.reached !== undefined && effect.after && (
              <StatusTag tone={effect.reached ? 'good' : 'neutral'} icon={effect.reached ? 'check' : undefined}>
                {effect.reached ? t('reached') : t('missed')}
              </StatusTag>
            )}
          </h3>
          <p className="wh-small wh-muted">{words}</p>
        </div>
        {actions && <div className="wh-row pdca-objective__actions">{actions}</div>}
      </header>
      <Figures>
        <Figure
          label={t('baseline')}
          definition={<Meaning of="baseline" n={baseline?.n} />}
          value={figureText(baseline?.value, unit)}
          n={baseline?.n}
          note={baseline ? interval(baseline.low, baseline.high) : t('noBaseline')}
        />
        <Figure
          label={t('target')}
          definition={<Meaning of="target" />}
          value={target === null ? '—' : figureText(target, unit)}
          note={target === null ? t('noTarget') : t(`directions.${direction}`)}
        />
        <Figure
          label={t('due')}
          definition={<Meaning of="due" />}
          value={dueOn ? f.shortDate(dueOn) : '—'}
          note={dueOn ? f.relativeDay(dueOn) : t('noTarget')}
        />
        {effect?.after && (
          <Figure
            label={objective.measured ? t('effect.after') : t('now')}
            definition={<Meaning of="now" n={effect.after.n} />}
            value={figureText(effect.after.value, unit)}
            n={effect.after.n}
            note={interval(effect.after.low, effect.after.high)}
          />
        )}
        {effect && effect.attainment !== null && (
          <Figure label={t('way')} definition={<Meaning of="way" />} value={f.percent(effect.attainment)} />
        )}
      </Figures>
      {children}
    </article>
  );
}

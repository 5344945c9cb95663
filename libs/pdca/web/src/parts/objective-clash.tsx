import type { StandardBody } from '@wheelhouse/contracts';
import { Button, Notice } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useEffect, useRef } from 'react';
import { objectiveTexts } from '../texts/objective.texts.js';
import { figureText, unitOf } from './effect-sentence.js';
import { useMetricWords } from './metric-words.js';
import { bodyOf, draftOf, type ObjectiveField, type ObjectiveValues } from './objective-draft.js';
import type { Clash } from './use-objective-save.js';

export interface ObjectiveClashProps {
  clash: Clash;
  standard: StandardBody | undefined;
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two people changed the same field of an objective: both values side by side, and nothing overwritten unasked. */
export function ObjectiveClash({ clash, standard, busy, onMine, onTheirs }: ObjectiveClashProps) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const words = useMetricWords(standard);
  const labels: Record<ObjectiveField, string> = {
    name: t('form.name'),
    metric: t('form.kind'),
    direction: t('form.direction'),
    target: t('form.target'),
    dueOn: t('form.due'),
  };
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'center' }), [clash]);
  const said = (field: ObjectiveField, { name, metric, direction, target, dueOn }: ObjectiveValues) =>
    ({
      name: f.text(name),
      metric: words(metric),
      direction: t(`directions.${direction}`),
      target: target === null ? t('noTarget') : figureText(target, unitOf(metric)),
      dueOn: dueOn ? f.date(dueOn) : t('noTarget'),
    })[field];
  const theirs = bodyOf(draftOf(clash.theirs));
  return (
    <Notice tone="bad">
      <div ref={box} role="alert" className="wh-stack">
        <p>{t('clash.title')}</p>
        <ul className="pdca-missing">
          {clash.fields.map((field) => (
            <li key={field}>
              {t('clash.field', {
                field: labels[field],
                theirs: said(field, theirs),
                mine: said(field, clash.mine),
              })}
            </li>
          ))}
        </ul>
        <div className="wh-row">
          <Button busy={busy} onClick={onMine}>
            {t('clash.mine')}
          </Button>
          <Button onClick={onTheirs}>{t('clash.theirs')}</Button>
        </div>
      </div>
    </Notice>
  );
}

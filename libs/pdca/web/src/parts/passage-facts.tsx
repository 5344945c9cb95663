import type { CyclePhase, CycleResponse } from '@wheelhouse/contracts';
import { Notice } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts/cycle.texts.js';
import { objectiveTexts } from '../texts/objective.texts.js';
import { changeText, figureText, unitOf } from './effect-sentence.js';

/** What a passage makes final, fact by fact: the wheel turns one way, so it is read before. */
export function PassageFacts({ cycle, to }: { cycle: CycleResponse; to: CyclePhase }) {
  const t = useT(texts);
  const o = useT(objectiveTexts);
  const f = useFormat();
  const { objectives, standardName, doFrom, doTo, conclusion } = cycle;
  const pair = (what: string, value: string) => t('final.pair', { what, value });
  const facts: Partial<Record<CyclePhase, (string | null)[]>> = {
    do: [
      standardName && pair(t('form.standard'), f.text(standardName)),
      doFrom && pair(t('form.doFrom'), f.date(doFrom)),
      ...objectives.map(({ name, metric, baseline, target, dueOn }) =>
        t('final.objective', {
          name: f.text(name),
          baseline: figureText(baseline?.value, unitOf(metric)),
          target: figureText(target, unitOf(metric)),
          due: f.date(dueOn),
        }),
      ),
    ],
    check: [doTo && pair(t('form.doTo'), f.date(doTo)), t('final.plan')],
    act: objectives.map(({ name, metric, measured }) =>
      t('final.effect', {
        name: f.text(name),
        before: figureText(measured?.before?.value, unitOf(metric)),
        after: figureText(measured?.after?.value, unitOf(metric)),
        change: changeText(measured?.change, unitOf(metric)),
      }),
    ),
    closed: [
      ...objectives.map(({ name, decision }) => pair(f.text(name), decision ? o(`decisions.${decision}`) : '—')),
      conclusion && pair(t('check.conclusion'), conclusion),
    ],
  };
  return (
    <Notice tone="watch">
      <p>
        <strong>{t('final.title')}</strong> {t('final.lead')}
      </p>
      <ul className="pdca-missing">
        {(facts[to] ?? []).filter(Boolean).map((fact, i) => (
          <li key={i} className="pdca-prose">
            {fact}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

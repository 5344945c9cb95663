import type { CycleResponse, ObjectiveResponse } from '@wheelhouse/contracts';
import { Button, FormField, Section, StatusTag, TextArea } from '@wheelhouse/ui';
import { api, FormProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts/cycle.texts.js';
import { objectiveTexts } from '../texts/objective.texts.js';
import { EffectView } from './effect-view.js';
import { useMetricWords } from './metric-words.js';
import { ObjectiveCard } from './objective-card.js';
import type { PanelProps } from './plan-panel.js';

/** Before and after for each objective, fixed by hand; then the conclusion. */
export function CheckPanel({ cycle, standard }: PanelProps) {
  const words = useMetricWords(standard);
  return (
    <>
      <div id="cycle-effects" className="wh-stack">
        {cycle.objectives.map((objective) => (
          <Section key={objective.id}>
            <ObjectiveCard
              objective={objective}
              words={words(objective.metric)}
              actions={<Measurement objective={objective} open={cycle.phase === 'check' && cycle.can.edit} />}
            >
              <EffectView objective={objective} doFrom={cycle.doFrom} />
            </ObjectiveCard>
          </Section>
        ))}
      </div>
      <Conclusion key={cycle.conclusion ?? ''} cycle={cycle} />
    </>
  );
}

function Measurement({ objective, open }: { objective: ObjectiveResponse; open: boolean }) {
  const t = useT(objectiveTexts);
  const measure = useSave(() => api.post(`/objectives/${objective.id}/measure`), {
    changes: ['/cycles'],
    done: t('effect.fixedNow'),
  });
  return (
    <>
      {objective.measured ? (
        <StatusTag tone="good" icon="lock">
          {t('effect.fixed')}
        </StatusTag>
      ) : (
        <StatusTag>{t('effect.live')}</StatusTag>
      )}
      {open && (
        <Button
          icon={objective.measured ? 'refresh' : 'lock'}
          variant={objective.measured ? 'quiet' : 'secondary'}
          busy={measure.isPending}
          onClick={() => measure.mutate(undefined)}
        >
          {objective.measured ? t('effect.refix') : t('effect.fix')}
        </Button>
      )}
    </>
  );
}

/** What was learned, in words. */
export function Conclusion({ cycle }: { cycle: CycleResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const [text, setText] = useState(cycle.conclusion ?? '');
  const save = useSave(
    (conclusion: string) => api.patch(`/cycles/${cycle.id}`, { conclusion: conclusion.trim() || null }),
    {
      changes: ['/cycles'],
      quiet: true,
    },
  );
  const open = (cycle.phase === 'check' || cycle.phase === 'act') && cycle.can.edit;
  return (
    <div id="cycle-conclusion">
      <Section title={t('check.conclusion')} lead={open ? t('form.conclusionHint') : f.text(cycle.name)}>
        {open ? (
          <form
            className="wh-stack"
            onSubmit={(event) => {
              event.preventDefault();
              save.mutate(text);
            }}
          >
            <FormField
              label={<span className="wh-sr">{t('check.conclusion')}</span>}
              problem={save.problem?.field('conclusion')}
            >
              {(bind) => (
                <TextArea {...bind} value={text} maxLength={4000} onChange={(event) => setText(event.target.value)} />
              )}
            </FormField>
            <FormProblem problem={save.problem} shown={['conclusion']} />
            <div>
              <Button type="submit" busy={save.isPending} disabled={text.trim() === (cycle.conclusion ?? '')}>
                {t('check.save')}
              </Button>
            </div>
          </form>
        ) : (
          <p className="pdca-prose">{cycle.conclusion ?? t('check.noConclusion')}</p>
        )}
      </Section>
    </div>
  );
}

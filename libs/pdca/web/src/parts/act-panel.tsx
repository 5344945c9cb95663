import {
  OBJECTIVE_DECISIONS,
  type DecideObjectiveBody,
  type ObjectiveDecision,
  type ObjectiveResponse,
} from '@wheelhouse/contracts';
import { BigChoice, Button, FormField, Notice, Section, StatusTag, TextArea } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useFormat, useLocale, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts/cycle.texts.js';
import { objectiveTexts } from '../texts/objective.texts.js';
import { Conclusion } from './check-panel.js';
import { effectSentence } from './effect-sentence.js';
import type { PanelProps } from './plan-panel.js';

/** What becomes of each objective, with its reason. */
export function ActPanel({ cycle }: PanelProps) {
  const t = useT(texts);
  const [deciding, decide] = useState<ObjectiveResponse | null>(null);
  const open = cycle.phase === 'act' && cycle.can.edit;
  const early = cycle.phase === 'plan' || cycle.phase === 'do' || cycle.phase === 'check';
  return (
    <>
      <div id="cycle-decisions">
        <Section title={t('act.title')}>
          {early && <Notice>{t('act.early')}</Notice>}
          <div className="pdca-objectives">
            {!early &&
              cycle.objectives.map((objective) => (
                <Decided
                  key={objective.id}
                  objective={objective}
                  onDecide={open ? () => decide(objective) : undefined}
                />
              ))}
          </div>
        </Section>
      </div>
      {!early && <Conclusion key={cycle.conclusion ?? ''} cycle={cycle} />}
      {deciding && <DecisionForm objective={deciding} onClose={() => decide(null)} />}
    </>
  );
}

function Decided({ objective, onDecide }: { objective: ObjectiveResponse; onDecide?: () => void }) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const locale = useLocale();
  const { name, metric, target, measured, decision, decisionReason } = objective;
  const sentence = measured && effectSentence({ name: f.text(name), metric, effect: measured, target, locale });
  return (
    <article className="pdca-objective">
      <header className="wh-row wh-between">
        <h3>{f.text(name)}</h3>
        {onDecide && (
          <Button variant={decision ? 'quiet' : 'secondary'} onClick={onDecide}>
            {decision ? t('change') : t('decide')}
          </Button>
        )}
      </header>
      {sentence && <p className="wh-muted">{sentence}</p>}
      {decision ? (
        <div>
          <StatusTag
            tone={decision === 'standardise' ? 'good' : 'neutral'}
            icon={decision === 'standardise' ? 'check' : decision === 'adjust' ? 'refresh' : 'close'}
          >
            {t(`decisions.${decision}`)}
          </StatusTag>{' '}
          <span className="wh-small wh-muted">{t(`means.${decision}`)}</span>
          <p className="pdca-prose">{decisionReason}</p>
        </div>
      ) : (
        <p className="wh-muted">{t('undecided')}</p>
      )}
    </article>
  );
}

function DecisionForm({ objective, onClose }: { objective: ObjectiveResponse; onClose: () => void }) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const [decision, choose] = useState<ObjectiveDecision | null>(objective.decision);
  const [reason, setReason] = useState(objective.decisionReason ?? '');
  const [asked, setAsked] = useState(false);
  const save = useSave((body: DecideObjectiveBody) => api.post(`/objectives/${objective.id}/decide`, body), {
    changes: ['/cycles'],
    quiet: true,
    onDone: onClose,
  });
  const title = t('decision', { name: f.text(objective.name) });
  return (
    <FormModal
      open
      title={title}
      submit={t('save')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (decision && reason.trim()) save.mutate({ decision, reason: reason.trim() });
      }}
      problem={<FormProblem problem={save.problem} shown={['decision', 'reason']} />}
    >
      <BigChoice<ObjectiveDecision>
        list
        label={title}
        value={decision}
        onChange={choose}
        choices={OBJECTIVE_DECISIONS.map((one) => ({
          value: one,
          label: (
            <span>
              {t(`decisions.${one}`)}
              <span className="pdca-means">{t(`means.${one}`)}</span>
            </span>
          ),
        }))}
      />
      {asked && !decision && <Notice tone="bad">{t('decisionNeeded')}</Notice>}
      <FormField
        label={t('reason')}
        required
        problem={asked && !reason.trim() ? t('reasonNeeded') : save.problem?.field('reason')}
      >
        {(bind) => (
          <TextArea {...bind} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        )}
      </FormField>
    </FormModal>
  );
}

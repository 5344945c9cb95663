import type { CycleResponse, ObjectiveResponse, StandardBody } from '@wheelhouse/contracts';
import { Button, ConfirmButton, EmptyState, Facts, Section } from '@wheelhouse/ui';
import { api, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts/cycle.texts.js';
import { objectiveTexts } from '../texts/objective.texts.js';
import { CycleForm } from './cycle-form.js';
import { useMetricWords } from './metric-words.js';
import { ObjectiveCard } from './objective-card.js';
import { ObjectiveForm } from './objective-form.js';

export interface PanelProps {
  cycle: CycleResponse;
  /** The cycle's standard, for the names of sections and items. */
  standard: StandardBody | undefined;
}

/** The plan: scope, standard, plan in words, dates, and the objectives. */
export function PlanPanel({ cycle, standard }: PanelProps) {
  const t = useT(texts);
  const f = useFormat();
  const words = useMetricWords(standard);
  const [editing, edit] = useState(false);
  const [form, setForm] = useState<ObjectiveResponse | 'new' | null>(null);
  const open = cycle.phase === 'plan' && cycle.can.edit;
  const dates =
    cycle.doFrom && cycle.doTo
      ? f.range(cycle.doFrom, cycle.doTo)
      : cycle.doFrom || cycle.doTo
        ? t('plan.fromTo', { from: f.date(cycle.doFrom), to: f.date(cycle.doTo) })
        : t('plan.none');
  return (
    <>
      <div id="cycle-plan">
        <Section
          title={t('plan.facts')}
          actions={
            (open || (cycle.phase === 'do' && cycle.can.edit)) && (
              <Button icon="edit" onClick={() => edit(true)}>
                {t('form.edit')}
              </Button>
            )
          }
        >
          <div className="wh-stack">
            <Facts
              facts={[
                { label: t('form.scope'), value: f.text(cycle.scope.name) },
                { label: t('form.standard'), value: cycle.standardName ? f.text(cycle.standardName) : t('plan.none') },
                { label: t('plan.dates'), value: dates },
              ]}
            />
            <div>
              <p className="wh-small wh-muted">{t('form.plan')}</p>
              <p className="pdca-prose">{cycle.auditPlan ?? t('plan.none')}</p>
            </div>
          </div>
        </Section>
      </div>
      <div id="cycle-objectives">
        <Section
          title={t('plan.objectives')}
          actions={
            open &&
            cycle.objectives.length > 0 && (
              <Button icon="plus" onClick={() => setForm('new')}>
                {t('plan.add')}
              </Button>
            )
          }
        >
          {cycle.objectives.length === 0 ? (
            <EmptyState
              icon="target"
              title={t('plan.noObjectives')}
              text={t('plan.noObjectivesText')}
              action={
                open && (
                  <Button icon="plus" variant="primary" onClick={() => setForm('new')}>
                    {t('plan.add')}
                  </Button>
                )
              }
            />
          ) : (
            <div className="pdca-objectives">
              {cycle.objectives.map((objective) => (
                <ObjectiveCard
                  key={objective.id}
                  objective={cycle.phase === 'plan' ? { ...objective, effect: null } : objective}
                  words={words(objective.metric)}
                  actions={open && <ObjectiveActions objective={objective} onEdit={() => setForm(objective)} />}
                />
              ))}
            </div>
          )}
        </Section>
      </div>
      {editing && <CycleForm cycle={cycle} onClose={() => edit(false)} />}
      {form && (
        <ObjectiveForm
          cycleId={cycle.id}
          standard={standard}
          objective={form === 'new' ? undefined : form}
          onClose={() => setForm(null)}
        />
      )}
    </>
  );
}

function ObjectiveActions({ objective, onEdit }: { objective: ObjectiveResponse; onEdit: () => void }) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const recompute = useSave(() => api.post(`/objectives/${objective.id}/baseline`), {
    changes: ['/cycles'],
    done: t('recomputed'),
  });
  const remove = useSave(() => api.delete(`/objectives/${objective.id}`), { changes: ['/cycles'] });
  return (
    <>
      <Button variant="quiet" icon="edit" onClick={onEdit}>
        {t('edit')}
      </Button>
      <Button variant="quiet" icon="refresh" busy={recompute.isPending} onClick={() => recompute.mutate(undefined)}>
        {t('recompute')}
      </Button>
      <ConfirmButton
        variant="quiet"
        icon="trash"
        question={t('removeQuestion', { name: f.text(objective.name) })}
        detail={t('removeDetail')}
        confirm={t('remove')}
        onConfirm={() => remove.mutateAsync(undefined)}
      >
        {t('remove')}
      </ConfirmButton>
    </>
  );
}

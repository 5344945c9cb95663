import type { CycleResponse, ObjectiveResponse, StandardBody } from '@wheelhouse/contracts';
import { Button, ConfirmButton, EmptyState, Section } from '@wheelhouse/ui';
import { api, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useEffect, useRef, useState } from 'react';
import { texts } from '../texts/cycle.texts.js';
import { objectiveTexts } from '../texts/objective.texts.js';
import { useMetricWords } from './metric-words.js';
import { ObjectiveCard } from './objective-card.js';
import { draftOf, type ObjectiveDraft } from './objective-draft.js';
import { ObjectiveEditor } from './objective-editor.js';

interface PlanObjectivesProps {
  cycle: CycleResponse;
  standard: StandardBody | undefined;
  /** Whether they may be set and changed. */
  open: boolean;
}

/** The objectives of the plan; each is written where it stands. */
export function PlanObjectives({ cycle, standard, open }: PlanObjectivesProps) {
  const t = useT(texts);
  const [fresh, setFresh] = useState<ObjectiveDraft | null>(null);
  const none = cycle.objectives.length === 0 && !fresh;
  const add = (variant?: 'primary') => (
    <Button icon="plus" variant={variant} onClick={() => setFresh(draftOf())}>
      {t('plan.add')}
    </Button>
  );
  return (
    <Section title={t('plan.objectives')} actions={open && !none && !fresh && add()}>
      {none ? (
        <EmptyState
          icon="target"
          title={t('plan.noObjectives')}
          text={t('plan.noObjectivesText')}
          action={open && add('primary')}
        />
      ) : (
        <div className="pdca-objectives">
          {cycle.objectives.map((objective) => (
            <ObjectiveRow key={objective.id} cycle={cycle} objective={objective} standard={standard} open={open} />
          ))}
          {fresh && open && <ObjectiveEditor cycleId={cycle.id} standard={standard} draft={fresh} onDraft={setFresh} />}
        </div>
      )}
    </Section>
  );
}

/** What is being written, and the objective as it was when the writing began. */
interface Editing {
  base: ObjectiveResponse;
  draft: ObjectiveDraft;
}

function ObjectiveRow({ cycle, objective, standard, open }: PlanObjectivesProps & { objective: ObjectiveResponse }) {
  const words = useMetricWords(standard);
  const [editing, edit] = useState<Editing | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing) button.current?.focus();
    wasEditing.current = editing !== null;
  }, [editing]);
  if (editing && open)
    return (
      <ObjectiveEditor
        cycleId={cycle.id}
        standard={standard}
        base={editing.base}
        draft={editing.draft}
        onDraft={(draft) => edit(draft && { base: editing.base, draft })}
      />
    );
  return (
    <ObjectiveCard
      objective={cycle.phase === 'plan' ? { ...objective, effect: null } : objective}
      words={words(objective.metric)}
      actions={
        open && (
          <ObjectiveActions
            button={button}
            objective={objective}
            onEdit={() => edit({ base: objective, draft: draftOf(objective) })}
          />
        )
      }
    />
  );
}

interface ObjectiveActionsProps {
  objective: ObjectiveResponse;
  button: React.RefObject<HTMLButtonElement | null>;
  onEdit: () => void;
}

function ObjectiveActions({ objective, button, onEdit }: ObjectiveActionsProps) {
  const t = useT(objectiveTexts);
  const f = useFormat();
  const recompute = useSave(() => api.post(`/objectives/${objective.id}/baseline`), {
    changes: ['/cycles'],
    done: t('recomputed'),
  });
  const remove = useSave(() => api.delete(`/objectives/${objective.id}`), { changes: ['/cycles'] });
  return (
    <>
      <Button ref={button} variant="quiet" icon="edit" onClick={onEdit}>
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

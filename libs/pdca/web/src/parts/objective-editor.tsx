import type { ObjectiveResponse, StandardBody } from '@wheelhouse/contracts';
import { Button, toast } from '@wheelhouse/ui';
import { FormProblem, useT } from '@wheelhouse/web-core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { objectiveTexts } from '../texts/objective.texts.js';
import { ObjectiveClash } from './objective-clash.js';
import { draftOf, type ObjectiveDraft } from './objective-draft.js';
import { OBJECTIVE_FIELDS, ObjectiveFields } from './objective-fields.js';
import { useObjectiveSave } from './use-objective-save.js';

export interface ObjectiveEditorProps {
  cycleId: string;
  standard: StandardBody | undefined;
  /** What is edited, as it was when the editing began; none: a new one. */
  base?: ObjectiveResponse;
  draft: ObjectiveDraft;
  /** The next state of what is being written; null when it is done. */
  onDraft: (draft: ObjectiveDraft | null) => void;
}

/** An objective written where it stands: Enter saves, Escape leaves, and both can be taken back. */
export function ObjectiveEditor({ cycleId, standard, base, draft, onDraft }: ObjectiveEditorProps) {
  const t = useT(objectiveTexts);
  const form = useRef<HTMLFormElement>(null);
  const { save, clash, takeTheirs } = useObjectiveSave({ cycleId, base, draft, onDone: () => onDraft(null) });
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  // When saving ends without success, the cursor goes to the first field that was refused.
  useEffect(() => {
    if (!save.isPending) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [save.isPending]);
  const leave = () => {
    const touched = JSON.stringify(draft) !== JSON.stringify(draftOf(base));
    onDraft(null);
    if (touched) toast({ text: t('form.left'), undo: () => onDraft(draft) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An open list closes first; it takes the key itself.
    if (event.key !== 'Escape' || event.defaultPrevented || form.current?.querySelector('[aria-expanded=true]')) return;
    event.preventDefault();
    leave();
  };
  const title = base ? t('form.edit') : t('form.add');
  return (
    <form
      ref={form}
      noValidate
      aria-label={title}
      className="wh-stack pdca-editor"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <h3>{title}</h3>
      <p className="wh-small wh-muted">{t('form.lead')}</p>
      <ObjectiveFields
        form={draft}
        set={(change) => onDraft({ ...draft, ...change })}
        standard={standard}
        problem={save.problem}
      />
      {clash ? (
        <ObjectiveClash
          clash={clash}
          standard={standard}
          busy={save.isPending}
          onMine={() => save.mutate(clash.theirs.revision)}
          onTheirs={() => void takeTheirs()}
        />
      ) : (
        <FormProblem problem={save.problem} shown={OBJECTIVE_FIELDS} />
      )}
      <div className="pdca-editor__actions">
        <Button onClick={leave}>{t('form.cancel')}</Button>
        {!clash && (
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t('form.save')}
          </Button>
        )}
      </div>
    </form>
  );
}

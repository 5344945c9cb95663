import type { SavedViewResponse } from '@wheelhouse/contracts';
import { Button, Dialog, FormField, TextInput, useT } from '@wheelhouse/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { api } from '../api/api.js';
import { useSave } from '../api/use-api.js';
import { FormProblem } from '../forms/form-problem.js';
import { savedViewsTexts } from './saved-views.texts.js';

export interface NameViewProps {
  page: string;
  /** The filters of a new view. */
  query: string;
  /** The view that gets another name; absent: a new one. */
  view?: SavedViewResponse;
  onClose: () => void;
  onDone: (view: SavedViewResponse) => void;
}

/** Asks for the name of a new view, or for another name. */
export function NameView({ page, query, view, onClose, onDone }: NameViewProps) {
  const t = useT(savedViewsTexts);
  const form = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(view?.name ?? '');
  const [missing, setMissing] = useState(false);
  const save = useSave(
    (next: string) =>
      view
        ? api.patch<SavedViewResponse>(`/saved-views/${view.id}`, { name: next })
        : api.post<SavedViewResponse>('/saved-views', { page, name: next, query }),
    { changes: ['/saved-views'], quiet: true, done: (made) => t('saved', { name: made.name }), onDone },
  );
  useEffect(() => input.current?.select(), []);
  const problem = missing ? t('nameMissing') : save.problem?.field('name');
  return (
    <Dialog
      open
      title={view ? t('renameTitle', { name: view.name }) : t('saveTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={save.isPending}>
            {t('go')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="wh-stack"
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(!name.trim());
          if (name.trim()) save.mutate(name.trim());
          else input.current?.focus();
        }}
      >
        {!view && <p className="wh-muted">{t('saveText')}</p>}
        <FormField label={t('name')} problem={problem} required>
          {(bind) => (
            <TextInput
              {...bind}
              ref={input}
              maxLength={100}
              autoComplete="off"
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          )}
        </FormField>
        <FormProblem problem={save.problem} shown={['name']} />
      </form>
    </Dialog>
  );
}

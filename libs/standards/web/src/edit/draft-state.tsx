import { Button, Icon, Notice } from '@wheelhouse/ui';
import { ApiProblem, useExplain, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { editTexts } from './edit.texts.js';
import type { Draft } from './use-draft.js';

/** Whether the draft is saved, in a few words. */
export function DraftStatus({ draft }: { draft: Draft }) {
  const t = useT(editTexts);
  const f = useFormat();
  const { state } = draft;
  const words = {
    idle: () => t('idle'),
    unsaved: () => t('saving'),
    saving: () => t('saving'),
    saved: () => (state.kind === 'saved' ? t('saved', { time: f.time(state.at.toISOString()) }) : ''),
    waiting: () => t('waiting'),
    stale: () => t('unsaved'),
    refused: () => t('unsaved'),
  }[state.kind]();
  const bad = state.kind === 'stale' || state.kind === 'refused';
  return (
    <span
      className={`st-state wh-small ${bad ? 'wh-bad' : state.kind === 'waiting' ? 'wh-watch' : 'wh-muted'}`}
      role="status"
    >
      {(bad || state.kind === 'waiting') && <Icon name={bad ? 'alert' : 'offline'} size={16} />}
      {words}
    </span>
  );
}

/** What to do when somebody else saved meanwhile, or when the server refused the last change. */
export function DraftTrouble({ draft }: { draft: Draft }) {
  const t = useT(editTexts);
  const explain = useExplain();
  const theirs = useSave(() => draft.takeTheirs(), { done: null });
  const mine = useSave(() => draft.takeMine(), { done: null });
  const { state } = draft;
  if (state.kind === 'stale')
    return (
      <Notice tone="bad">
        <p>
          <strong>{t('staleTitle')}</strong>
        </p>
        <p>{t('staleText')}</p>
        <div className="wh-row st-notice__actions">
          <Button busy={theirs.isPending} onClick={() => theirs.mutate(undefined)}>
            {t('staleTheirs')}
          </Button>
          <Button busy={mine.isPending} onClick={() => mine.mutate(undefined)}>
            {t('staleMine')}
          </Button>
          <Button variant="quiet" icon="download" onClick={() => download(draft.body.code, draft.body)}>
            {t('staleDownload')}
          </Button>
        </div>
      </Notice>
    );
  if (state.kind !== 'refused') return null;
  const { error } = state;
  return (
    <Notice tone="bad">
      <p>
        <strong>{t('refusedTitle')}</strong>
      </p>
      <p>{explain(error).text}</p>
      {error instanceof ApiProblem && (
        <ul className="st-plainlist">
          {error.fields.slice(0, 8).map((field) => (
            <li key={field.field}>
              <code>{field.field}</code>: {field.message}
            </li>
          ))}
        </ul>
      )}
      <p className="wh-muted">{t('refusedText')}</p>
      <div className="wh-row st-notice__actions">
        <Button icon="refresh" onClick={() => void draft.retry()}>
          {t('tryAgain')}
        </Button>
      </div>
    </Notice>
  );
}

function download(name: string, body: unknown) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}-draft.json`;
  link.click();
  URL.revokeObjectURL(url);
}

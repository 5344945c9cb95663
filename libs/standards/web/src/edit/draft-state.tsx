import { Button, Icon, Notice } from '@wheelhouse/ui';
import { ApiProblem, useExplain, useFormat, useT } from '@wheelhouse/web-core';
import { ConflictPanel } from './conflict-panel.js';
import { conflictTexts } from './conflict.texts.js';
import { download } from './download.js';
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
    waiting: () => t(state.kind === 'waiting' && !state.kept ? 'notKept' : 'waiting'),
    stale: () => t('unsaved'),
    refused: () => t('unsaved'),
  }[state.kind]();
  const bad = state.kind === 'stale' || state.kind === 'refused' || (state.kind === 'waiting' && !state.kept);
  return (
    <span
      className={`st-state wh-small ${bad ? 'wh-bad' : state.kind === 'waiting' ? 'wh-watch' : 'wh-muted'}`}
      role="status"
    >
      {(bad || state.kind === 'waiting') && <Icon name={state.kind === 'waiting' ? 'offline' : 'alert'} size={16} />}
      {words}
    </span>
  );
}

/** What to do when somebody else saved meanwhile, or when the server refused the last change. */
export function DraftTrouble({ draft }: { draft: Draft }) {
  const t = useT(editTexts);
  const tc = useT(conflictTexts);
  const explain = useExplain();
  const { state } = draft;
  if (state.kind === 'stale') return <ConflictPanel draft={draft} />;
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
        <Button icon="download" onClick={() => download(draft.body.code, draft.body)}>
          {tc('download')}
        </Button>
      </div>
    </Notice>
  );
}

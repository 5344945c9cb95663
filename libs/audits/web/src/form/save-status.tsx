import { Button, ButtonLink, Icon, Notice } from '@wheelhouse/ui';
import { ApiProblem, useExplain, useFormat, useT } from '@wheelhouse/web-core';
import type { AuditResponse } from '@wheelhouse/contracts';
import { ExportAnswers } from './export-answers.js';
import type { AuditDraft } from './use-audit-draft.js';
import { formTexts } from './form.texts.js';

/** Whether what was typed has reached the server, in a few words. */
export function SaveStatus({ draft }: { draft: AuditDraft }) {
  const t = useT(formTexts);
  const f = useFormat();
  const { save } = draft;
  const words = () => {
    switch (save.kind) {
      case 'idle':
        return t('allSaved');
      case 'saving':
        return t('saving');
      case 'saved':
        return t('saved', { time: f.time(save.at.toISOString()) });
      case 'waiting':
        return t('waiting', { count: save.count });
      case 'refused':
        return save.count === 0 ? t('allSaved') : t('unsent', { count: save.count });
    }
  };
  const tone = save.kind === 'waiting' ? 'wh-watch' : save.kind === 'refused' ? 'wh-bad' : 'wh-muted';
  const icon = save.kind === 'waiting' ? 'offline' : save.kind === 'refused' ? 'alert' : null;
  return (
    <span
      className={`au-save wh-small ${tone}`}
      role="status"
      title={save.kind === 'waiting' ? t('waitingHint') : undefined}
    >
      {icon && <Icon name={icon} size={16} />}
      {words()}
    </span>
  );
}

/** What the server said when it did not take the last answers, what was kept, and a way on. */
export function SaveRefusal({ draft, audit }: { draft: AuditDraft; audit: AuditResponse }) {
  const t = useT(formTexts);
  const explain = useExplain();
  if (draft.save.kind !== 'refused') return null;
  const { error, count } = draft.save;
  const code = error instanceof ApiProblem ? error.code : '';
  const over = code === 'AUTH.REQUIRED';
  const done = code === 'AUDIT.NOT_DRAFT' || code === 'AUDIT.ALREADY_SUBMITTED';
  return (
    <Notice tone="bad">
      {count > 0 && (
        <p>
          <strong>{over ? t('sessionOver') : t('refusedTitle')}</strong>
        </p>
      )}
      {!over && <p>{explain(error).text}</p>}
      {error instanceof ApiProblem && error.fields.length > 0 && (
        <ul className="au-plainlist">
          {error.fields.slice(0, 5).map((field) => (
            <li key={field.field}>
              {field.field.split('.').slice(1).join('.')}: {field.message}
            </li>
          ))}
        </ul>
      )}
      {!over && count > 0 && <p className="wh-muted">{t('refusedKept')}</p>}
      <div className="wh-row au-notice__actions">
        {over ? (
          <Button onClick={draft.signInAgain}>{t('signIn')}</Button>
        ) : done ? (
          <ButtonLink to={`/audits/${audit.id}`}>{t('openResult')}</ButtonLink>
        ) : (
          <Button icon="refresh" onClick={draft.retry}>
            {t('tryAgain')}
          </Button>
        )}
        {count > 0 && <ExportAnswers audit={audit} draft={draft} />}
      </div>
    </Notice>
  );
}

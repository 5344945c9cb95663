import type { PublishStandardVersionBody, StandardVersionResponse } from '@wheelhouse/contracts';
import { Button, Dialog, List, ListRow, Notice, Skeleton } from '@wheelhouse/ui';
import { api, Failed, FormProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { ChangeList } from '../changes/change-list.js';
import { changeTexts } from '../changes/change.texts.js';
import { ScoringEffect } from '../changes/effect.js';
import { useVersionBefore } from '../changes/use-version-before.js';
import { useFlawPlace, type Flaws } from '../edit/problems.js';
import type { Draft } from '../edit/use-draft.js';
import { texts } from '../texts.js';

/** Asks once before a draft is frozen: what keeps it from it, or what changes and what that does to scores. */
export function PublishDialog({
  version,
  draft,
  flaws,
  onClose,
  onJump,
  onPublished,
}: {
  version: StandardVersionResponse;
  draft: Draft;
  flaws: Flaws;
  onClose: () => void;
  /** Leads to the place of a problem. */
  onJump: (field: string) => void;
  onPublished: (before: string | null) => void;
}) {
  const t = useT(texts);
  const tc = useT(changeTexts);
  const f = useFormat();
  const where = useFlawPlace(draft.body);
  const before = useVersionBefore(version);
  const publish = useSave(
    (body: PublishStandardVersionBody) =>
      api.post<StandardVersionResponse>(`/standard-versions/${version.id}/publish`, body),
    {
      changes: ['/standards', '/standard-versions', '/home'],
      done: t('published', { version: draft.body.version }),
      quiet: true,
      onDone: () => {
        onClose();
        onPublished(before.data?.status === 'published' ? before.data.version : null);
      },
    },
  );
  const stale = draft.state.kind === 'stale';
  const blocked = flaws.problems.length > 0 || stale;
  const name = f.text(draft.body.name);
  return (
    <Dialog
      open
      title={blocked ? t('blockedTitle') : t('publishTitle', { name, version: draft.body.version })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(blocked ? 'close' : 'cancel')}</Button>
          {!blocked && (
            <Button
              variant="primary"
              busy={publish.isPending}
              onClick={() => publish.mutate({ revision: draft.revision() })}
            >
              {t('publish')}
            </Button>
          )}
        </>
      }
    >
      {stale && <p>{t('conflictFirst')}</p>}
      {flaws.problems.length > 0 && (
        <>
          <p>{t('blockedText')}</p>
          <div className="st-dialoglist" role="group" tabIndex={0} aria-label={t('contentsOf')}>
            <List label={t('blockedTitle')}>
              {flaws.problems.map((flaw) => (
                <ListRow
                  key={flaw.field + flaw.message}
                  icon="alert"
                  title={flaw.message}
                  sub={where(flaw.field)}
                  onPress={() => {
                    onClose();
                    onJump(flaw.field);
                  }}
                />
              ))}
            </List>
          </div>
        </>
      )}
      {!blocked && (
        <>
          <p>{t('publishLead')}</p>
          {before.first ? (
            <p>{tc('first')}</p>
          ) : before.error ? (
            <Failed error={before.error} onRetry={() => void before.refetch()} />
          ) : !before.data ? (
            <Skeleton height={160} />
          ) : (
            <>
              <ScoringEffect from={before.data.body} to={draft.body} />
              <div className="st-dialoglist" role="group" tabIndex={0} aria-label={t('contentsOf')}>
                <ChangeList from={before.data.body} to={draft.body} />
              </div>
            </>
          )}
          {flaws.warnings.length > 0 && (
            <Notice tone="watch">
              <p>{t('warnings', { count: flaws.warnings.length })}</p>
              <ul className="st-plainlist">
                {[...new Set(flaws.warnings.map(({ message }) => message))].slice(0, 5).map((message) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            </Notice>
          )}
          <FormProblem problem={publish.problem} />
        </>
      )}
    </Dialog>
  );
}

import type { PublishStandardVersionBody, StandardVersionResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton, Dialog, Notice } from '@wheelhouse/ui';
import { api, FormProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Flaws } from '../edit/problems.js';
import type { Draft } from '../edit/use-draft.js';
import { texts } from '../texts.js';
import { ChangeList } from './change-list.js';

/** What one can do with a version that is not under edit: export, copy, retire, see what changed. */
export function VersionActions({ version }: { version: StandardVersionResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const navigate = useNavigate();
  const [changes, showChanges] = useState(false);
  const name = f.text(version.body.name);
  const copy = useSave(() => api.post<StandardVersionResponse>(`/standard-versions/${version.id}/copy`, {}), {
    changes: ['/standards'],
    done: t('copied'),
    onDone: (made) => void navigate(`/standards/versions/${made.id}`),
  });
  const retire = useSave(() => api.post(`/standard-versions/${version.id}/retire`), {
    changes: ['/standards', '/standard-versions', '/home'],
    done: t('retired'),
  });
  return (
    <>
      {version.can.copy && (
        <Button icon="copy" busy={copy.isPending} onClick={() => copy.mutate(undefined)}>
          {t('copy')}
        </Button>
      )}
      <Button onClick={() => showChanges(true)}>{t('whatChanged')}</Button>
      <ExportLink id={version.id} />
      {version.can.retire && (
        <ConfirmButton
          question={t('retireQuestion', { name, version: version.version })}
          detail={t('retireDetail')}
          confirm={t('retire')}
          onConfirm={() => retire.mutateAsync(undefined)}
        >
          {t('retire')}
        </ConfirmButton>
      )}
      <Dialog
        open={changes}
        title={t('whatChanged')}
        onClose={() => showChanges(false)}
        actions={<Button onClick={() => showChanges(false)}>{t('close')}</Button>}
      >
        <ChangeList versionId={version.id} body={version.body} />
      </Dialog>
    </>
  );
}

/** What one can do with a draft: publish, export, discard. */
export function DraftActions({
  version,
  draft,
  flaws,
}: {
  version: StandardVersionResponse;
  draft: Draft;
  flaws: Flaws;
}) {
  const t = useT(texts);
  const f = useFormat();
  const navigate = useNavigate();
  const [asking, ask] = useState(false);
  const name = f.text(draft.body.name);
  const discard = useSave(
    async () => {
      await api.delete(`/standard-versions/${version.id}`);
      draft.forget();
    },
    { changes: ['/standards'], done: t('discarded'), onDone: () => void navigate('/standards', { replace: true }) },
  );
  return (
    <>
      {version.can.publish && (
        <Button
          variant="primary"
          disabled={flaws.problems.length > 0}
          onClick={() => {
            void draft.flush().then(() => ask(true));
          }}
        >
          {t('publish')}
        </Button>
      )}
      <ExportLink id={version.id} />
      {version.can.discard && (
        <ConfirmButton
          question={t('discardQuestion', { name, version: version.version })}
          detail={t('discardDetail')}
          confirm={t('discard')}
          onConfirm={() => discard.mutateAsync(undefined)}
        >
          {t('discard')}
        </ConfirmButton>
      )}
      {asking && <PublishDialog version={version} draft={draft} flaws={flaws} onClose={() => ask(false)} />}
    </>
  );
}

function PublishDialog({
  version,
  draft,
  flaws,
  onClose,
}: {
  version: StandardVersionResponse;
  draft: Draft;
  flaws: Flaws;
  onClose: () => void;
}) {
  const t = useT(texts);
  const f = useFormat();
  const publish = useSave(
    (body: PublishStandardVersionBody) => api.post(`/standard-versions/${version.id}/publish`, body),
    {
      changes: ['/standards', '/standard-versions', '/home'],
      done: t('published', { version: version.version }),
      quiet: true,
      onDone: onClose,
    },
  );
  return (
    <Dialog
      open
      title={t('publishTitle', { name: f.text(draft.body.name), version: version.version })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            busy={publish.isPending}
            onClick={() => publish.mutate({ revision: draft.revision() })}
          >
            {t('publish')}
          </Button>
        </>
      }
    >
      <p>{t('publishLead')}</p>
      <ChangeList versionId={version.id} body={draft.body} />
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
    </Dialog>
  );
}

/** The `standard.v1` document as a file. */
function ExportLink({ id }: { id: string }) {
  const t = useT(texts);
  return (
    <a className="wh-button wh-button--secondary" href={`/api/v1/standard-versions/${id}/export`} download>
      {t('export')}
    </a>
  );
}

import type { StandardVersionResponse } from '@wheelhouse/contracts';
import { Button, ConfirmButton } from '@wheelhouse/ui';
import { api, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Flaws } from '../edit/problems.js';
import type { Draft } from '../edit/use-draft.js';
import { texts } from '../texts.js';
import { PublishDialog } from './publish-dialog.js';

/** What one can do with a version that is not under edit: copy, export, print, retire. */
export function VersionActions({ version }: { version: StandardVersionResponse }) {
  const t = useT(texts);
  const f = useFormat();
  const navigate = useNavigate();
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
      <ExportLink id={version.id} />
      <Button onClick={() => print()}>{t('print')}</Button>
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
    </>
  );
}

/** What one can do with a draft: publish, export, discard. */
export function DraftActions({
  version,
  draft,
  flaws,
  onJump,
  onPublished,
}: {
  version: StandardVersionResponse;
  draft: Draft;
  flaws: Flaws;
  onJump: (field: string) => void;
  onPublished: (before: string | null) => void;
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
      {asking && (
        <PublishDialog
          version={version}
          draft={draft}
          flaws={flaws}
          onClose={() => ask(false)}
          onJump={onJump}
          onPublished={onPublished}
        />
      )}
    </>
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

import { IMPORT_TYPES, type OutletImportResponse } from '@wheelhouse/contracts';
import { Icon, Notice } from '@wheelhouse/ui';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState, type DragEvent } from 'react';
import { useNavigate } from 'react-router';
import { formatOf, isFormat } from './files.js';
import { importTexts } from './texts.js';

/** Sending may take long on a phone. */
const PATIENCE_MS = 120_000;

/** Where a file is chosen or dropped; what is sent leads to its own page. */
export function FileDrop() {
  const t = useT(importTexts);
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = useSave(
    ({ file, type }: { file: File; type: string }) =>
      api.post<OutletImportResponse>('/outlet-imports', new Blob([file], { type }), {
        headers: { 'x-file-name': encodeURIComponent(file.name.slice(-200)) },
        timeoutMs: PATIENCE_MS,
      }),
    {
      changes: ['/outlet-imports'],
      done: null,
      quiet: true,
      onDone: ({ id }) => void navigate(`/network/import/${id}`),
    },
  );
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    send.reset();
    const format = formatOf(file);
    if (files && files.length > 1) return setRefusal(t('oneOnly'));
    if (!isFormat(format)) return setRefusal(t(format, { name: file.name }));
    setRefusal(null);
    send.mutate({ file, type: IMPORT_TYPES[format] });
  };
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <div className="wh-stack">
      <label
        className={over ? 'imp-drop imp-drop--over' : 'imp-drop'}
        aria-busy={send.isPending || undefined}
        onDragEnter={(event) => drag(event, true)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          if (!send.isPending) take(event.dataTransfer.files);
        }}
      >
        <input
          type="file"
          className="imp-drop__input"
          accept=".csv,.tsv,.txt,.xlsx,.xls,text/csv"
          aria-label={t('choose')}
          disabled={send.isPending}
          onChange={(event) => {
            take(event.target.files);
            // The same file may be chosen again once it is mended.
            event.target.value = '';
          }}
        />
        <Icon
          name={send.isPending ? 'spinner' : 'upload'}
          size={28}
          className={send.isPending ? 'wh-spin' : undefined}
        />
        <span className="imp-drop__text" aria-live="polite">
          {send.isPending ? t('sending', { name: send.variables.file.name }) : over ? t('dropNow') : t('drop')}
        </span>
      </label>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <FormProblem problem={send.problem} />
    </div>
  );
}

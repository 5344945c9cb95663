import type { FieldProblemResponse, StandardVersionResponse } from '@wheelhouse/contracts';
import { Button, Dialog, Notice } from '@wheelhouse/ui';
import { api, ApiProblem, useExplain, useSave, useT } from '@wheelhouse/web-core';
import { useRef, useState, type DragEvent } from 'react';
import { useNavigate } from 'react-router';
import { texts } from '../texts.js';

const MAX_BYTES = 2_000_000;

/** Takes a `standard.v1` file, dropped or chosen; what is wrong with it is listed with its place. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useT(texts);
  const explain = useExplain();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState('');
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const send = useSave(
    (document: unknown) => api.post<StandardVersionResponse>('/standards/import', { document }, { timeoutMs: 60_000 }),
    {
      changes: ['/standards'],
      done: t('imported'),
      quiet: true,
      onDone: (made) => void navigate(`/standards/versions/${made.id}`),
    },
  );
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    send.reset();
    setUnreadable(null);
    setFile(chosen.name);
    if (chosen.size > MAX_BYTES) return setUnreadable(t('importTooLarge', { name: chosen.name }));
    try {
      send.mutate(JSON.parse((await chosen.text()).replace(/^\uFEFF/, '')));
    } catch (error) {
      setUnreadable(t('importNotJson', { name: chosen.name, reason: error instanceof Error ? error.message : '' }));
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <Dialog open title={t('importTitle')} onClose={onClose} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
      <p className="wh-muted">{t('importLead')}</p>
      <div
        className={`st-drop${over ? ' is-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{send.isPending ? t('importing', { name: file }) : t('importDrop')}</p>
        <Button variant="primary" icon="upload" busy={send.isPending} onClick={() => input.current?.click()}>
          {t('importChoose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          className="wh-sr"
          tabIndex={-1}
          aria-label={t('importChoose')}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {unreadable && <Notice tone="bad">{unreadable}</Notice>}
      {send.error && (
        <Notice tone="bad">
          <p>
            <strong>{t('importRefused', { name: file })}</strong>
          </p>
          <p>{explain(send.error).text}</p>
          {send.error instanceof ApiProblem && <Places problems={send.error.fields} />}
        </Notice>
      )}
    </Dialog>
  );
}

function Places({ problems }: { problems: FieldProblemResponse[] }) {
  const t = useT(texts);
  if (problems.length === 0) return null;
  return (
    <>
      <p>{t('importProblems', { count: problems.length })}</p>
      <ul className="st-places">
        {problems.map((problem) => (
          <li key={problem.field + problem.code}>
            <code>{problem.field.replace(/^document\./, '')}</code>
            <span>{problem.message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

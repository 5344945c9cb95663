import type { StandardVersionResponse } from '@wheelhouse/contracts';
import { Button, Page, Segments } from '@wheelhouse/ui';
import { useApi, useFormat, useT } from '@wheelhouse/web-core';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { DraftActions } from '../actions/version-actions.js';
import { Contents } from '../book/contents.js';
import { FindBar } from '../book/find-bar.js';
import { RuleBook } from '../book/rule-book.js';
import { useVersionsBefore } from '../changes/use-version-before.js';
import { OtherLanguage, VersionHead } from '../pages/version-head.js';
import { texts } from '../texts.js';
import { WhatIf } from '../what-if/what-if.js';
import { DraftBook } from './draft-book.js';
import { DraftStatus, DraftTrouble } from './draft-state.js';
import { editTexts } from './edit.texts.js';
import { useFlaws } from './problems.js';
import { useBook } from './use-book.js';
import { useDraft } from './use-draft.js';
import './edit.css';

/** A draft, read and edited in the same view. */
export function DraftPage({
  version,
  onPublished,
}: {
  version: StandardVersionResponse;
  onPublished: (before: string | null) => void;
}) {
  const t = useT(editTexts);
  const tc = useT(texts);
  const f = useFormat();
  const draft = useDraft(version);
  const settled = useDeferredValue(draft.body);
  const flaws = useFlaws(settled);
  const { open, actions, said } = useBook(draft);
  const root = useRef<HTMLDivElement>(null);
  const [mode, setMode] = useState<'edit' | 'read'>('edit');
  const [other, setOther] = useState(false);
  const [trying, tryIt] = useState(false);
  const published = useVersionsBefore(version)?.find(({ status }) => status !== 'draft');
  const before = useApi<StandardVersionResponse>(trying && published ? `/standard-versions/${published.id}` : null);

  const { undo, redo } = draft;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [undo, redo]);

  const jump = (field: string) => {
    setMode('edit');
    actions.jump(field);
  };
  return (
    <Page>
      <VersionHead
        version={version}
        name={f.text(draft.body.name) || version.body.code}
        actions={<DraftActions version={version} draft={draft} flaws={flaws} onJump={jump} onPublished={onPublished} />}
      />
      <div className="st-bar">
        <div className="st-bar__part st-bar__part--stays">
          <Segments
            label={t('mode')}
            value={mode}
            onChange={setMode}
            options={[
              { value: 'edit', label: t('edit') },
              { value: 'read', label: t('read') },
            ]}
          />
          <span className="st-bar__steps">
            <Button
              variant="quiet"
              icon="undo"
              aria-label={t('undo')}
              title={`${t('undo')} (Ctrl+Z)`}
              disabled={!draft.canUndo}
              onClick={undo}
            />
            <Button
              variant="quiet"
              icon="redo"
              aria-label={t('redo')}
              title={`${t('redo')} (Ctrl+Shift+Z)`}
              disabled={!draft.canRedo}
              onClick={redo}
            />
          </span>
          <DraftStatus draft={draft} />
        </div>
        <div className="st-bar__part st-bar__part--grows">
          <FindBar root={root} of={mode === 'read' ? `read${String(other)}` : settled} />
          <Button icon="target" aria-pressed={trying} onClick={() => tryIt(!trying)}>
            {tc('whatIf')}
          </Button>
        </div>
        <OtherLanguage on={other} onChange={setOther} />
      </div>
      <DraftTrouble draft={draft} />
      <div className={trying ? 'st-layout st-layout--trying' : 'st-layout'}>
        <Contents sections={settled.sections} />
        {mode === 'edit' ? (
          <DraftBook draft={draft} flaws={flaws} other={other} open={open} book={actions} said={said} root={root} />
        ) : (
          <RuleBook body={draft.body} other={other} root={root} />
        )}
        {trying && <WhatIf body={draft.body} before={before.data?.body} onClose={() => tryIt(false)} />}
      </div>
    </Page>
  );
}

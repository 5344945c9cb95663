import type { StandardVersionResponse } from '@wheelhouse/contracts';
import { Checkbox, Page, PageHeader, Segments, StatusTag } from '@wheelhouse/ui';
import { QueryState, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { DraftActions, VersionActions } from '../actions/version-actions.js';
import { RuleBook } from '../book/rule-book.js';
import { DraftBook } from '../edit/draft-book.js';
import { DraftStatus, DraftTrouble } from '../edit/draft-state.js';
import { editTexts } from '../edit/edit.texts.js';
import { useFlaws } from '../edit/problems.js';
import { useDraft } from '../edit/use-draft.js';
import { texts } from '../texts.js';
import { STATUS_TONE } from './standards-page.js';
import '../standards.css';

/** One version of a standard, as a rule book; a draft is edited in the same view. */
export function VersionPage() {
  const { id = '' } = useParams();
  const version = useApi<StandardVersionResponse>(`/standard-versions/${id}`);
  return (
    <QueryState query={version}>
      {(data) =>
        data.status === 'draft' && data.can.edit ? (
          <Draft key={data.id} version={data} />
        ) : (
          <Frozen key={data.id} version={data} />
        )
      }
    </QueryState>
  );
}

function Head({ version, name, actions }: { version: StandardVersionResponse; name: string; actions: ReactNode }) {
  const t = useT(texts);
  const f = useFormat();
  const when =
    version.status === 'retired'
      ? t('retiredOn', { date: f.date(version.retiredAt) })
      : version.status === 'published'
        ? t('publishedOn', { date: f.date(version.publishedAt) })
        : t('changedOn', { date: f.dateTime(version.updatedAt) });
  return (
    <PageHeader
      back={{ to: '/standards', label: t('back') }}
      title={name}
      tag={<StatusTag tone={STATUS_TONE[version.status]}>{t(`status.${version.status}`)}</StatusTag>}
      lead={`${version.body.code} · ${t('version', { version: version.version })} · ${when}`}
      actions={actions}
    />
  );
}

function OtherLanguage({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const t = useT(texts);
  return <Checkbox label={t('otherLanguage')} checked={on} onChange={(event) => onChange(event.target.checked)} />;
}

function Frozen({ version }: { version: StandardVersionResponse }) {
  const f = useFormat();
  const [other, setOther] = useState(false);
  return (
    <Page>
      <Head version={version} name={f.text(version.body.name)} actions={<VersionActions version={version} />} />
      <div className="wh-row">
        <OtherLanguage on={other} onChange={setOther} />
      </div>
      <RuleBook body={version.body} other={other} />
    </Page>
  );
}

function Draft({ version }: { version: StandardVersionResponse }) {
  const t = useT(editTexts);
  const f = useFormat();
  const draft = useDraft(version);
  const flaws = useFlaws(draft.body);
  const [mode, setMode] = useState<'edit' | 'read'>('edit');
  const [other, setOther] = useState(false);
  return (
    <Page>
      <Head
        version={version}
        name={f.text(draft.body.name)}
        actions={<DraftActions version={version} draft={draft} flaws={flaws} />}
      />
      <div className="st-bar wh-row wh-between">
        <span className="wh-row">
          <Segments
            label={t('mode')}
            value={mode}
            onChange={setMode}
            options={[
              { value: 'edit', label: t('edit') },
              { value: 'read', label: t('read') },
            ]}
          />
          <OtherLanguage on={other} onChange={setOther} />
        </span>
        <DraftStatus draft={draft} />
      </div>
      <DraftTrouble draft={draft} />
      {mode === 'edit' ? (
        <DraftBook draft={draft} flaws={flaws} other={other} />
      ) : (
        <RuleBook body={draft.body} other={other} />
      )}
    </Page>
  );
}

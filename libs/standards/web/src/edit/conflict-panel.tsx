import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import { groupChanges, mergeDrafts, type MergeConflict, type MergeSide } from '@wheelhouse/standards-domain';
import { Button, ConfirmButton, Notice, Skeleton } from '@wheelhouse/ui';
import { useFormat, useSave, useT } from '@wheelhouse/web-core';
import { useId, useMemo, useState } from 'react';
import { shortItemId } from '../book/item-words.js';
import { ChangeList } from '../changes/change-list.js';
import { TextDiff } from '../changes/words.js';
import { conflictTexts } from './conflict.texts.js';
import { download } from './download.js';
import type { Draft } from './use-draft.js';

/** Somebody else saved the draft meanwhile: who, what, and how both texts become one. Nothing is overwritten unasked. */
export function ConflictPanel({ draft }: { draft: Draft }) {
  const t = useT(conflictTexts);
  const f = useFormat();
  const { theirs, body } = draft;
  const base = draft.base();
  const [choices, choose] = useState<Record<string, MergeSide>>({});
  const merged = useMemo(() => (theirs ? mergeDrafts(base, body, theirs.body) : null), [base, body, theirs]);
  const merge = useSave(async () => theirs && draft.merge(theirs, choices), { done: null });
  const drop = useSave(async () => theirs && draft.takeTheirs(theirs), { done: null });
  if (!theirs || !merged)
    return (
      <Notice tone="bad">
        <p>{t('loading')}</p>
        <Skeleton height={60} />
      </Notice>
    );
  const name = theirs.editedBy?.name ?? t('somebody');
  const { conflicts } = merged;
  return (
    <section className="st-conflict" aria-label={t('title', { name, time: f.time(theirs.updatedAt) })}>
      <div role="alert">
        <h2>{t('title', { name, time: f.time(theirs.updatedAt) })}</h2>
        <p>{t('lead')}</p>
        <p>{conflicts.length > 0 ? t('both', { count: conflicts.length }) : t('apart')}</p>
      </div>
      {conflicts.map((conflict) => (
        <ConflictChoice
          key={conflict.key}
          conflict={conflict}
          code={body.code}
          value={choices[conflict.key] ?? 'mine'}
          onChange={(side) => choose((old) => ({ ...old, [conflict.key]: side }))}
        />
      ))}
      <div className="st-conflict__sides">
        <Changes title={t('theirs', { name })} from={base} to={theirs.body} />
        <Changes title={t('mine')} from={base} to={body} />
      </div>
      <div className="wh-row st-notice__actions">
        <Button variant="primary" busy={merge.isPending} onClick={() => merge.mutate(undefined)}>
          {t(conflicts.length > 0 ? 'merge' : 'mergeAll')}
        </Button>
        <Button icon="download" onClick={() => download(body.code, body)}>
          {t('download')}
        </Button>
        <ConfirmButton
          question={t('dropQuestion', { name: f.text(body.name) })}
          detail={t('dropDetail', { name })}
          confirm={t('drop')}
          onConfirm={() => drop.mutateAsync(undefined)}
        >
          {t('drop')}
        </ConfirmButton>
      </div>
    </section>
  );
}

function Changes({ title, from, to }: { title: string; from: StandardBody; to: StandardBody }) {
  const t = useT(conflictTexts);
  const count = useMemo(() => groupChanges(from, to).count, [from, to]);
  return (
    <details className="st-more" open={count > 0 && count < 8}>
      <summary>
        {title} <span className="wh-muted">{count}</span>
      </summary>
      {count === 0 ? <p className="wh-muted">{t('none')}</p> : <ChangeList from={from} to={to} />}
    </details>
  );
}

function ConflictChoice({
  conflict,
  code,
  value,
  onChange,
}: {
  conflict: MergeConflict;
  code: string;
  value: MergeSide;
  onChange: (side: MergeSide) => void;
}) {
  const t = useT(conflictTexts);
  const f = useFormat();
  const group = useId();
  const { kind, id, base, mine, theirs } = conflict;
  const what =
    kind === 'item'
      ? shortItemId(code, id)
      : kind === 'order'
        ? id === ''
          ? t('orderSections')
          : t('order', { id })
        : id;
  const said = (side: unknown) => {
    if (side === undefined) return <em>{t('removed')}</em>;
    if (Array.isArray(side))
      return side.map((one: unknown) => shortItemId(code, JSON.stringify(one).replace(/"/g, ''))).join(' · ');
    if (typeof side !== 'object' || side === null) return String(side);
    const text = side as StandardItem;
    if (typeof text.en !== 'string') return JSON.stringify(side);
    const before = base as StandardItem | undefined;
    return (
      <>
        <TextDiff from={before ? f.text(before) : f.text(text)} to={f.text(text)} />
        {typeof text.weight === 'number' && before?.weight !== text.weight && (
          <span className="wh-muted">
            {' '}
            · {before ? `${before.weight} → ` : ''}
            {text.weight}
          </span>
        )}
      </>
    );
  };
  return (
    <fieldset className="st-option" aria-label={t('choose', { what })}>
      <legend>{what}</legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className="st-choice">
          <input type="radio" name={group} checked={value === side} onChange={() => onChange(side)} />
          <span>
            <strong>{t(side === 'mine' ? 'keepMine' : 'keepTheirs')}</strong> {said(side === 'mine' ? mine : theirs)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import type { StandardItem } from '@wheelhouse/contracts';
import { Button, Icon } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { memo, useRef, useState } from 'react';
import { ItemEntry } from '../book/item-entry.js';
import { shortItemId, type BookWords } from '../book/item-words.js';
import { useDragRow } from './dnd.js';
import { editTexts } from './edit.texts.js';
import type { BookActions } from './use-book.js';

export interface DraftRowProps {
  words: BookWords;
  item: StandardItem;
  rowKey: string;
  other: boolean;
  /** Messages, one a line. */
  flaws: string;
  first: boolean;
  last: boolean;
  book: BookActions;
}

/** One item of a draft as it is read, with what moves, copies, removes and opens it. Drawn anew only when it changed. */
export const DraftRow = memo(function DraftRow({
  words,
  item,
  rowKey,
  other,
  flaws,
  first,
  last,
  book,
}: DraftRowProps) {
  const t = useT(editTexts);
  const row = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [shown, show] = useState(false);
  const { edge, dragging } = useDragRow({ row, handle }, 'item', rowKey);
  const id = shortItemId(words.code, item.id);
  return (
    <div
      ref={row}
      data-row={rowKey}
      data-move="item"
      className={`st-row-item${dragging ? ' is-dragging' : ''}${edge ? ` is-${edge}` : ''}`}
      onClick={(event) => {
        const on = event.target as HTMLElement;
        if (on.closest('a, button, input, select, textarea') || !on.closest('.st-item__main')) return;
        if (getSelection()?.isCollapsed !== false) book.open({ what: 'item', key: rowKey });
      }}
    >
      <ItemEntry
        body={words}
        item={item}
        other={other}
        flaws={flaws === '' ? undefined : flaws.split('\n')}
        handle={
          <button
            ref={handle}
            type="button"
            className="st-handle"
            aria-label={t('moveItem', { id })}
            title={t('moveHint')}
            aria-expanded={shown}
            onClick={() => show(!shown)}
          >
            <Icon name="grip" size={18} />
          </button>
        }
        tools={<RowTools id={id} rowKey={rowKey} first={first} last={last} book={book} shown={shown} editing={false} />}
      />
    </div>
  );
});

/** Up, down, duplicate, remove, edit. */
export function RowTools({
  id,
  rowKey,
  first,
  last,
  book,
  shown = false,
  editing,
}: {
  id: string;
  rowKey: string;
  first: boolean;
  last: boolean;
  book: BookActions;
  /** All of them, also where only the most needed one stands: the row's handle was pressed. */
  shown?: boolean;
  editing: boolean;
}) {
  const t = useT(editTexts);
  return (
    <span className={`st-tools${editing || shown ? ' is-shown' : ''}`}>
      <Button
        variant="quiet"
        icon="up"
        aria-label={`${t('up')}: ${id}`}
        title={t('up')}
        disabled={first}
        onClick={() => book.moveItem(rowKey, -1)}
      />
      <Button
        variant="quiet"
        icon="down"
        aria-label={`${t('down')}: ${id}`}
        title={t('down')}
        disabled={last}
        onClick={() => book.moveItem(rowKey, 1)}
      />
      <Button
        variant="quiet"
        icon="copy"
        aria-label={`${t('duplicate')}: ${id}`}
        title={t('duplicate')}
        onClick={() => book.duplicate(rowKey)}
      />
      <Button
        variant="quiet"
        icon="trash"
        aria-label={`${t('remove')}: ${id}`}
        title={t('remove')}
        onClick={() => book.removeItem(rowKey)}
      />
      <Button
        className="st-tools__edit"
        variant="quiet"
        icon={editing ? 'check' : 'edit'}
        aria-label={editing ? t('done') : t('editItem', { id })}
        title={editing ? t('done') : t('edit')}
        onClick={() => book.open(editing ? null : { what: 'item', key: rowKey })}
      />
    </span>
  );
}

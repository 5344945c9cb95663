import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import { Button, Icon } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { shortItemId } from '../book/item-words.js';
import type { Place } from './body-edits.js';
import { RowTools } from './draft-row.js';
import { editTexts } from './edit.texts.js';
import { ItemEditor } from './item-editor.js';
import type { Flaws } from './problems.js';
import type { BookActions } from './use-book.js';

/** An item under edit, in the place where it is read. */
export function OpenItem({
  body,
  item,
  place,
  rowKey,
  flaws,
  first,
  last,
  book,
}: {
  body: StandardBody;
  item: StandardItem;
  place: Place;
  rowKey: string;
  flaws: Flaws;
  first: boolean;
  last: boolean;
  book: BookActions;
}) {
  const t = useT(editTexts);
  const f = useFormat();
  const id = shortItemId(body.code, item.id);
  return (
    <article className="st-open" id={id} data-row={rowKey} data-move="item" aria-label={t('editItem', { id })}>
      <header className="st-open__head">
        <button type="button" className="st-handle" aria-label={t('moveItem', { id })} title={t('moveHint')}>
          <Icon name="grip" size={18} />
        </button>
        <span className="st-item__id">{id}</span>
        <label className="wh-row wh-small">
          {t('moveTo')}
          <select
            className="wh-input st-open__move"
            value={place.section}
            onChange={(event) => book.moveItemInto(rowKey, Number(event.target.value))}
          >
            {body.sections.map((section, s) => (
              <option key={s} value={s}>
                {section.id} {f.text(section)}
              </option>
            ))}
          </select>
        </label>
        <RowTools id={id} rowKey={rowKey} first={first} last={last} book={book} editing />
      </header>
      <ItemEditor
        body={body}
        item={item}
        path={`sections[${place.section}].items[${place.item}]`}
        flaws={flaws}
        onChange={(edit) => book.editItem(rowKey, edit)}
        onRename={(next) => book.rename('item', rowKey, next)}
      />
      <div>
        <Button icon="check" onClick={() => book.open(null)}>
          {t('done')}
        </Button>
      </div>
    </article>
  );
}

import type { StandardSection } from '@wheelhouse/contracts';
import { Button, Icon } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import type { RefObject } from 'react';
import { useOtherLanguage } from '../book/item-words.js';
import { texts } from '../texts.js';
import { editTexts } from './edit.texts.js';
import { IdField, NumberField, PairField } from './fields.js';
import type { Flaws } from './problems.js';
import type { BookActions } from './use-book.js';

/** Title and weight of a section, read or edited, with what moves and removes it. */
export function SectionHead({
  head,
  handle,
  section,
  index,
  count,
  sum,
  other,
  flaws,
  editing,
  rowKey,
  book,
}: {
  head: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLButtonElement | null>;
  section: StandardSection;
  index: number;
  count: number;
  sum: number;
  other: boolean;
  flaws: Flaws;
  editing: boolean;
  rowKey: string;
  book: BookActions;
}) {
  const t = useT(editTexts);
  const tc = useT(texts);
  const f = useFormat();
  const second = useOtherLanguage();
  const path = `sections[${index}]`;
  const own = [`${path}.en`, `${path}.zh`, `${path}.weight`, `${path}.id`, `${path}.items`].flatMap(
    (field) => flaws.at(field) ?? [],
  );
  return (
    <header className="st-section__head" ref={head}>
      <button
        ref={handle}
        type="button"
        className="st-handle"
        aria-label={t('moveSection', { id: section.id })}
        title={t('moveHint')}
      >
        <Icon name="grip" size={18} />
      </button>
      <h2>
        <span className="st-section__id">{section.id}</span>
        {f.text(section) || '—'}
        {other && (
          <span className="st-section__other" lang={second.lang}>
            {second.text(section) || '—'}
          </span>
        )}
      </h2>
      <span className="st-section__weight">
        {tc('sectionWeight', { weight: section.weight, sum })} · {tc('items', { count: section.items.length })}
      </span>
      <span className={`st-tools${editing ? ' is-shown' : ''}`}>
        <Button
          variant="quiet"
          icon="up"
          aria-label={`${t('up')}: ${section.id}`}
          title={t('up')}
          disabled={index === 0}
          onClick={() => book.moveSection(rowKey, -1)}
        />
        <Button
          variant="quiet"
          icon="down"
          aria-label={`${t('down')}: ${section.id}`}
          title={t('down')}
          disabled={index === count - 1}
          onClick={() => book.moveSection(rowKey, 1)}
        />
        <Button
          variant="quiet"
          icon="trash"
          aria-label={`${t('remove')}: ${section.id}`}
          title={t('remove')}
          onClick={() => book.removeSection(rowKey)}
        />
        <Button
          className="st-tools__edit"
          variant="quiet"
          icon={editing ? 'check' : 'edit'}
          aria-label={editing ? t('done') : t('editSection', { id: section.id })}
          title={editing ? t('done') : t('edit')}
          onClick={() => book.open(editing ? null : { what: 'section', key: rowKey })}
        />
      </span>
      {!editing && own.length > 0 && <p className="wh-bad wh-small st-section__flaws">{[...new Set(own)].join(' ')}</p>}
      {editing && (
        <div className="wh-stack st-section__edit">
          <PairField
            rows={1}
            maxLength={200}
            path={path}
            flaws={flaws}
            label={t('sectionName')}
            value={section}
            onChange={({ en, zh }) => book.editSection(rowKey, (old) => ({ ...old, en, zh }))}
          />
          <div className="st-row">
            <NumberField
              path={`${path}.weight`}
              flaws={flaws}
              min={0}
              label={t('weight')}
              value={section.weight}
              onChange={(weight) => book.editSection(rowKey, (old) => ({ ...old, weight }))}
            />
            <IdField
              path={`${path}.id`}
              flaws={flaws}
              value={section.id}
              onChange={(id) => book.rename('section', rowKey, id)}
            />
          </div>
        </div>
      )}
    </header>
  );
}

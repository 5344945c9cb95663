import type { StandardSection } from '@wheelhouse/contracts';
import { Button } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useOtherLanguage } from '../book/item-words.js';
import { texts } from '../texts.js';
import { editTexts } from './edit.texts.js';
import { NumberField, PairField, TextField } from './fields.js';
import type { Flaws } from './problems.js';

/** Title and weight of a section, read or edited, with what moves and removes it. */
export function SectionHead({
  section,
  index,
  count,
  sum,
  other,
  flaws,
  editing,
  onEdit,
  onChange,
  onMove,
  onRemove,
}: {
  section: StandardSection;
  index: number;
  count: number;
  sum: number;
  other: boolean;
  flaws: Flaws;
  editing: boolean;
  onEdit: (on: boolean) => void;
  onChange: (edit: (section: StandardSection) => StandardSection) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
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
    <header className="st-section__head">
      <h2>
        <span className="st-section__id">{section.id}</span>
        {f.text(section) || '—'}
        {other && (
          <span className="st-section__other" lang={second.lang}>
            {second.text(section) || '—'}
          </span>
        )}
      </h2>
      <span className="st-tools">
        <span className="wh-muted wh-small">{tc('sectionWeight', { weight: section.weight, sum })}</span>
        <Button
          variant="quiet"
          icon="up"
          aria-label={`${t('up')}: ${section.id}`}
          title={t('up')}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        />
        <Button
          variant="quiet"
          icon="down"
          aria-label={`${t('down')}: ${section.id}`}
          title={t('down')}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        />
        <Button
          variant="quiet"
          icon="trash"
          aria-label={`${t('remove')}: ${section.id}`}
          title={t('remove')}
          onClick={onRemove}
        />
        <Button
          variant="quiet"
          icon={editing ? 'check' : 'edit'}
          aria-label={editing ? t('done') : t('editSection', { id: section.id })}
          title={editing ? t('done') : t('edit')}
          onClick={() => onEdit(!editing)}
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
            onChange={({ en, zh }) => onChange((old) => ({ ...old, en, zh }))}
          />
          <div className="st-row">
            <NumberField
              path={`${path}.weight`}
              flaws={flaws}
              min={0}
              label={t('weight')}
              value={section.weight}
              onChange={(weight) => onChange((old) => ({ ...old, weight }))}
            />
            <TextField
              path={`${path}.id`}
              flaws={flaws}
              maxLength={80}
              label={t('id')}
              hint={t('idHint')}
              value={section.id}
              onChange={(id) =>
                onChange((old) => ({
                  ...old,
                  id: id.replace(/[^A-Za-z0-9_.-]/g, '').replace(/^[^A-Za-z0-9]+/, '') || old.id,
                }))
              }
            />
          </div>
        </div>
      )}
    </header>
  );
}

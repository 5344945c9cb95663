import type { StandardBody, VisitField } from '@wheelhouse/contracts';
import { Button, Checkbox, FormField, NativeSelect, Section } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { VisitFields } from '../book/rules-block.js';
import { texts } from '../texts.js';
import { editTexts } from './edit.texts.js';
import { NumberField, PairField } from './fields.js';
import type { Flaws } from './problems.js';
import type { BookActions } from './use-book.js';
import type { Edit } from './use-draft.js';

const TYPES = ['datetime', 'text', 'code', 'photo', 'nps', 'yes_no'] as const;

/** The unscored facts of a mystery visit, read or edited. Only mystery shops have them. */
export function VisitBlock({
  body,
  flaws,
  open,
  book,
  onChange,
}: {
  body: StandardBody;
  flaws: Flaws;
  open: boolean;
  book: BookActions;
  onChange: (edit: Edit) => void;
}) {
  const t = useT(editTexts);
  const tc = useT(texts);
  const fields = body.visit_record_unscored ?? [];
  if (fields.length === 0 && body.kind !== 'mystery_shop') return null;
  const set = (change: (old: VisitField[]) => VisitField[]) =>
    onChange((old) => ({ ...old, visit_record_unscored: change(old.visit_record_unscored ?? []) }));
  const patch = (at: number, change: Partial<VisitField>) =>
    set((old) => old.map((field, i) => (i === at ? { ...field, ...change } : field)));
  const move = (at: number, by: -1 | 1) =>
    set((old) => {
      const field = old[at];
      return field && at + by >= 0 ? old.toSpliced(at, 1).toSpliced(at + by, 0, field) : old;
    });
  const add = () =>
    set((old) => {
      const ids = new Set(old.map(({ id }) => id));
      let n = old.length + 1;
      while (ids.has(`U${String(n).padStart(2, '0')}`)) n++;
      return [...old, { id: `U${String(n).padStart(2, '0')}`, en: '', zh: '', type: 'text', required: false }];
    });
  return (
    <Section
      title={tc('visitFields')}
      lead={tc('visitFieldsLead')}
      actions={
        <Button
          variant="quiet"
          icon={open ? 'check' : 'edit'}
          aria-label={open ? undefined : t('editVisit')}
          onClick={() => book.open(open ? null : { what: 'visit' })}
        >
          {t(open ? 'done' : 'edit')}
        </Button>
      }
      flush={!open}
    >
      {!open ? (
        <VisitFields body={body} bare />
      ) : (
        <div className="wh-stack">
          {fields.map((field, i) => (
            <fieldset key={field.id} className="st-option">
              <legend>{field.id}</legend>
              <PairField
                rows={1}
                maxLength={500}
                path={`visit_record_unscored[${i}]`}
                flaws={flaws}
                label={t('visitQuestion')}
                value={field}
                onChange={({ en, zh }) => patch(i, { en, zh })}
              />
              <div className="st-row">
                <FormField label={t('type')}>
                  {(bind) => (
                    <NativeSelect
                      {...bind}
                      value={field.type}
                      options={TYPES.map((type) => ({ value: type, label: t(`visitTypes.${type}`) }))}
                      onChange={(event) =>
                        patch(i, { type: TYPES.find((type) => type === event.target.value) ?? 'text' })
                      }
                    />
                  )}
                </FormField>
                {field.type === 'text' && (
                  <NumberField
                    path={`visit_record_unscored[${i}].min_chars`}
                    flaws={flaws}
                    whole
                    min={0}
                    max={2000}
                    label={t('minChars')}
                    value={field.min_chars ?? 0}
                    onChange={(min_chars) => patch(i, { min_chars })}
                  />
                )}
              </div>
              <div className="wh-row">
                <Checkbox
                  label={t('visitRequired')}
                  checked={field.required}
                  onChange={(event) => patch(i, { required: event.target.checked })}
                />
                <Checkbox
                  label={t('visitPersonal')}
                  checked={field.personal_data ?? false}
                  onChange={(event) => patch(i, { personal_data: event.target.checked })}
                />
                <Checkbox
                  label={t('visitOn')}
                  checked={field.default_enabled ?? true}
                  onChange={(event) => patch(i, { default_enabled: event.target.checked })}
                />
                <span className="st-tools is-shown">
                  <Button
                    variant="quiet"
                    icon="up"
                    disabled={i === 0}
                    aria-label={`${t('up')}: ${field.id}`}
                    title={t('up')}
                    onClick={() => move(i, -1)}
                  />
                  <Button
                    variant="quiet"
                    icon="down"
                    disabled={i === fields.length - 1}
                    aria-label={`${t('down')}: ${field.id}`}
                    title={t('down')}
                    onClick={() => move(i, 1)}
                  />
                  <Button
                    variant="quiet"
                    icon="trash"
                    aria-label={`${t('remove')}: ${field.id}`}
                    title={t('remove')}
                    onClick={() => set((old) => old.filter((_, j) => j !== i))}
                  />
                </span>
              </div>
            </fieldset>
          ))}
          <div>
            <Button icon="plus" onClick={add}>
              {t('addVisit')}
            </Button>
          </div>
        </div>
      )}
    </Section>
  );
}

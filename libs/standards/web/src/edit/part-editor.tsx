import type { ChoiceOption, StandardItem } from '@wheelhouse/contracts';
import { Button, Notice } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { withSteps } from './body-edits.js';
import { editTexts } from './edit.texts.js';
import { NumberField, PairField, TextField, type PlaceProps } from './fields.js';

export interface PartProps extends PlaceProps {
  item: StandardItem;
  onChange: (change: (item: StandardItem) => StandardItem) => void;
}

/** What an item's kind of answer needs: steps, sample, limits, options. */
export function PartEditor(props: PartProps) {
  switch (props.item.type) {
    case 'scale':
      return <ScaleEditor {...props} />;
    case 'sample':
      return <SampleEditor {...props} />;
    case 'numeric_max':
    case 'numeric_min':
      return <NumericEditor {...props} />;
    case 'choice':
      return <OptionsEditor {...props} />;
    default:
      return null;
  }
}

function ScaleEditor({ item, onChange, path, flaws }: PartProps) {
  const t = useT(editTexts);
  const { scale } = item;
  if (!scale) return null;
  const set = (next: typeof scale) => onChange((old) => ({ ...old, scale: next }));
  const anchors = flaws.at(`${path}.scale.anchors_en`) ?? flaws.at(`${path}.scale.anchors_zh`);
  const at = (list: string[], i: number, value: string) => list.map((old, j) => (j === i ? value : old));
  return (
    <div className="wh-stack st-part">
      <div className="st-row">
        <NumberField
          path={`${path}.scale.min`}
          flaws={flaws}
          whole
          min={-100}
          max={100}
          label={t('scaleMin')}
          value={scale.min}
          onChange={(min) => set(withSteps(scale, min, Math.max(min, scale.max)))}
        />
        <NumberField
          path={`${path}.scale.max`}
          flaws={flaws}
          whole
          min={-100}
          max={100}
          label={t('scaleMax')}
          value={scale.max}
          onChange={(max) => set(withSteps(scale, scale.min, max))}
        />
      </div>
      <div data-path={`${path}.scale.anchors_en`} className="wh-stack">
        {scale.anchors_en.map((en, i) => (
          <PairField
            key={i}
            rows={1}
            maxLength={200}
            path={`${path}.scale.anchors[${i}]`}
            flaws={flaws}
            label={t('anchor', { step: scale.min + i })}
            value={{ en, zh: scale.anchors_zh[i] ?? '' }}
            onChange={(text) =>
              set({
                ...scale,
                anchors_en: at(scale.anchors_en, i, text.en),
                anchors_zh: at(scale.anchors_zh, i, text.zh),
              })
            }
          />
        ))}
        {anchors && <Notice tone="watch">{anchors}</Notice>}
      </div>
    </div>
  );
}

function SampleEditor({ item, onChange, path, flaws }: PartProps) {
  const t = useT(editTexts);
  return (
    <div className="st-row st-part">
      <NumberField
        path={`${path}.sample.size`}
        flaws={flaws}
        whole
        min={0}
        max={10_000}
        label={t('sampleSize')}
        value={item.sample?.size ?? 0}
        onChange={(size) => onChange((old) => ({ ...old, sample: { size } }))}
      />
    </div>
  );
}

function NumericEditor({ item, onChange, path, flaws }: PartProps) {
  const t = useT(editTexts);
  const numeric = item.numeric ?? { full_at: 0, zero_at: 0, unit: '' };
  const set = (change: Partial<typeof numeric>) => onChange((old) => ({ ...old, numeric: { ...numeric, ...change } }));
  return (
    <div className="st-row st-part">
      <NumberField
        path={`${path}.numeric.full_at`}
        flaws={flaws}
        label={t('fullAt')}
        value={numeric.full_at}
        onChange={(full_at) => set({ full_at })}
      />
      <NumberField
        path={`${path}.numeric.zero_at`}
        flaws={flaws}
        label={t('zeroAt')}
        value={numeric.zero_at}
        onChange={(zero_at) => set({ zero_at })}
      />
      <TextField
        path={`${path}.numeric.unit`}
        flaws={flaws}
        maxLength={40}
        label={t('unit')}
        value={numeric.unit}
        onChange={(unit) => set({ unit })}
      />
    </div>
  );
}

function OptionsEditor({ item, onChange, path, flaws }: PartProps) {
  const t = useT(editTexts);
  const options = item.options ?? [];
  const set = (next: ChoiceOption[]) => onChange((old) => ({ ...old, options: next }));
  const update = (i: number, change: Partial<ChoiceOption>) =>
    set(options.map((old, j) => (j === i ? { ...old, ...change } : old)));
  const general = flaws.at(`${path}.options`);
  const nextCode = () => {
    for (let n = options.length + 1; ; n++) if (!options.some(({ code }) => code === String(n))) return String(n);
  };
  return (
    <div className="wh-stack st-part" data-path={`${path}.options`}>
      {options.map((option, i) => {
        const at = `${path}.options[${i}]`;
        return (
          <fieldset key={i} className="st-option">
            <legend>{t('option', { count: i + 1 })}</legend>
            <PairField
              rows={1}
              maxLength={200}
              path={at}
              flaws={flaws}
              label={t('option', { count: i + 1 })}
              value={option}
              onChange={({ en, zh }) => update(i, { en, zh })}
            />
            <div className="st-row">
              <TextField
                path={`${at}.code`}
                flaws={flaws}
                maxLength={40}
                label={t('optionCode')}
                value={option.code}
                onChange={(code) => update(i, { code: code.replace(/[^A-Za-z0-9_.-]/g, '') })}
              />
              <NumberField
                path={`${at}.credit`}
                flaws={flaws}
                label={t('credit')}
                value={option.credit}
                onChange={(credit) => update(i, { credit })}
              />
              <Button
                variant="quiet"
                icon="trash"
                aria-label={t('removeOption')}
                title={t('removeOption')}
                onClick={() => set(options.filter((_, j) => j !== i))}
              />
            </div>
          </fieldset>
        );
      })}
      {general && <Notice tone="watch">{general}</Notice>}
      <div>
        <Button icon="plus" onClick={() => set([...options, { code: nextCode(), en: '', zh: '', credit: 0 }])}>
          {t('addOption')}
        </Button>
      </div>
    </div>
  );
}

import type { Answer, AnswerValue, StandardItem } from '@wheelhouse/contracts';
import { BigChoice, Button, TextInput } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useId, useState } from 'react';
import { texts } from '../texts.js';
import { formTexts } from './form.texts.js';

export interface ControlProps {
  item: StandardItem;
  /** The item's question: the name of the group of answers. */
  label: string;
  answer: Answer | undefined;
  onValue: (value: AnswerValue | undefined) => void;
  onNa: () => void;
}

const MAX_SAMPLE = 10_000;
/** Anchors up to this length stand side by side below their figures. */
const SHORT_ANCHOR = 14;

/** Yes, No and, where it is allowed, N/A: alike in size. */
export function YesNo({ item, label, answer, onValue, onNa }: ControlProps) {
  const t = useT(texts);
  const value = answer?.na ? 'na' : answer?.value === true ? 'yes' : answer?.value === false ? 'no' : null;
  return (
    <BigChoice
      label={label}
      value={value}
      onChange={(choice) => (choice === 'na' ? onNa() : onValue(choice === 'yes'))}
      choices={[
        { value: 'yes', label: t('yes'), tone: 'good' },
        { value: 'no', label: t('no'), tone: 'bad' },
        ...(item.na_allowed ? [{ value: 'na' as const, label: t('na'), tone: 'neutral' as const }] : []),
      ]}
    />
  );
}

/** The steps of a scale with their anchors in the reader's language. */
export function Scale({ item, label, answer, onValue }: ControlProps) {
  const f = useFormat();
  const { min = 0, max = 0, anchors_en = [], anchors_zh = [] } = item.scale ?? {};
  const steps = Array.from({ length: max - min + 1 }, (_, i) => ({
    value: String(min + i),
    anchor: f.text({ en: anchors_en[i] ?? '', zh: anchors_zh[i] ?? '' }),
  }));
  const list = steps.length > 5 || steps.some(({ anchor }) => anchor.length > SHORT_ANCHOR);
  return (
    <div className={list ? undefined : 'au-scale'}>
      <BigChoice
        label={label}
        list={list}
        value={typeof answer?.value === 'number' ? String(answer.value) : null}
        onChange={(choice) => onValue(Number(choice))}
        choices={steps.map(({ value, anchor }) => ({
          value,
          label: (
            <span className="au-scale__step">
              <span className="au-scale__figure">{value}</span>
              <span className="au-scale__anchor">{anchor}</span>
            </span>
          ),
        }))}
      />
    </div>
  );
}

/** The options of a choice. */
export function Options({ item, label, answer, onValue }: ControlProps) {
  const f = useFormat();
  return (
    <BigChoice
      label={label}
      list
      value={typeof answer?.value === 'string' ? answer.value : null}
      onChange={onValue}
      choices={(item.options ?? []).map((option) => ({ value: option.code, label: f.text(option) }))}
    />
  );
}

/** How many were looked at, and how many of them conform. */
export function Sample({ item, label, answer, onValue }: ControlProps) {
  const t = useT(formTexts);
  const size = item.sample?.size ?? 1;
  const given = typeof answer?.value === 'object' ? answer.value : null;
  const [n, setN] = useState(given?.n ?? size);
  const set = (ok: number, of: number) => onValue({ ok: Math.max(0, Math.min(ok, of)), n: of });
  const changeN = (next: number) => {
    const of = Math.max(1, Math.min(MAX_SAMPLE, next));
    setN(of);
    if (given) set(Math.min(given.ok, of), of);
  };
  return (
    <div className="au-sample" role="group" aria-label={label}>
      <Button
        className="au-sample__all"
        aria-pressed={given !== null && given.ok === given.n}
        onClick={() => set(n, n)}
      >
        {t('allConform', { n })}
      </Button>
      <Stepper
        label={t('conform')}
        value={given?.ok ?? null}
        onChange={(ok) => set(ok ?? n - 1, n)}
        min={0}
        max={n}
        from={n}
      />
      <Stepper
        label={t('lookedAt')}
        value={n}
        onChange={(next) => changeN(next ?? size)}
        min={1}
        max={MAX_SAMPLE}
        from={size}
      />
    </div>
  );
}

/** A whole number with minus and plus; `from` is where counting begins while there is no value. */
export function Stepper({
  label,
  value,
  onChange,
  min,
  max,
  from,
}: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
  from: number;
}) {
  const t = useT(formTexts);
  const id = useId();
  return (
    <div className="au-stepper">
      <label htmlFor={id}>{label}</label>
      <div className="au-stepper__row">
        <Button
          icon="minus"
          aria-label={t('less', { label })}
          disabled={value !== null && value <= min}
          onClick={() => onChange((value ?? from) - 1)}
        />
        <input
          id={id}
          className="wh-input"
          inputMode="numeric"
          autoComplete="off"
          value={value ?? ''}
          placeholder="–"
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            const digits = event.target.value.replace(/\D/g, '');
            if (digits !== '') onChange(Math.min(max, Math.max(min, Number(digits))));
          }}
        />
        <Button
          icon="plus"
          aria-label={t('more', { label })}
          disabled={value !== null && value >= max}
          onClick={() => onChange(value === null ? from : value + 1)}
        />
      </div>
    </div>
  );
}

/** A measured figure with its unit; what earns full and no points stands below. */
export function Numeric({ item, label, answer, onValue }: ControlProps) {
  const t = useT(formTexts);
  const f = useFormat();
  const id = useId();
  const given = typeof answer?.value === 'number' ? answer.value : null;
  const [typed, type] = useState(given === null ? '' : String(given));
  const parsed = typed.trim() === '' ? null : Number(typed.trim().replace(',', '.').replace('。', '.'));
  const wrong = parsed !== null && !Number.isFinite(parsed);
  const { full_at = 0, zero_at = 0, unit = '' } = item.numeric ?? {};
  const figure = (value: number) => f.number(value, Number.isInteger(value) ? 0 : 2);
  return (
    <div className="au-numeric">
      <div className="au-numeric__row">
        <TextInput
          aria-label={label}
          aria-invalid={wrong || undefined}
          aria-describedby={id}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            const text = event.target.value;
            type(text);
            const value = text.trim() === '' ? undefined : Number(text.trim().replace(',', '.').replace('。', '.'));
            onValue(value !== undefined && Number.isFinite(value) ? value : undefined);
          }}
        />
        <span className="au-numeric__unit">{unit}</span>
      </div>
      <span id={id} className="wh-small wh-muted">
        {wrong
          ? t('notNumber')
          : t(item.type === 'numeric_max' ? 'numericMax' : 'numericMin', {
              full: figure(full_at),
              zero: figure(zero_at),
              unit,
            })}
      </span>
    </div>
  );
}

/** The control for an item's kind. */
export function AnswerControl(props: ControlProps) {
  switch (props.item.type) {
    case 'yes_no':
      return <YesNo {...props} />;
    case 'scale':
      return <Scale {...props} />;
    case 'choice':
      return <Options {...props} />;
    case 'sample':
      return <Sample {...props} />;
    default:
      return <Numeric {...props} />;
  }
}

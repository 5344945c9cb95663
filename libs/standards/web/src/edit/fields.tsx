import type { LocalizedText } from '@wheelhouse/kernel';
import { FormField, TextArea, TextInput } from '@wheelhouse/ui';
import { useLanguages, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { editTexts } from './edit.texts.js';
import type { Flaws } from './problems.js';

export interface PlaceProps {
  /** Where in the body the field stands; problems name it, and a jump finds it. */
  path: string;
  flaws: Flaws;
}

/** A figure. What is half-typed stays in the box; only a number goes into the draft, nothing at all counts as 0. */
export function NumberField({
  label,
  hint,
  value,
  onChange,
  path,
  flaws,
  min,
  max,
  whole,
}: PlaceProps & {
  label: string;
  hint?: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  whole?: boolean;
}) {
  const [typed, type] = useState<string | null>(null);
  return (
    <div data-path={path}>
      <FormField label={label} hint={hint} problem={flaws.at(path)}>
        {(bind) => (
          <TextInput
            {...bind}
            inputMode={whole ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={typed ?? String(value)}
            onBlur={() => type(null)}
            onChange={(event) => {
              const text = event.target.value;
              type(text);
              const parsed = text.trim() === '' ? 0 : Number(text.replace(',', '.'));
              if (!Number.isFinite(parsed) || (whole && !Number.isInteger(parsed))) return;
              onChange(Math.min(max ?? 1e6, Math.max(min ?? -1e6, parsed)));
            }}
          />
        )}
      </FormField>
    </div>
  );
}

/** A short text. */
export function TextField({
  label,
  hint,
  value,
  onChange,
  path,
  flaws,
  maxLength = 200,
}: PlaceProps & {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
}) {
  return (
    <div data-path={path}>
      <FormField label={label} hint={hint} problem={flaws.at(path)}>
        {(bind) => (
          <TextInput {...bind} maxLength={maxLength} value={value} onChange={(event) => onChange(event.target.value)} />
        )}
      </FormField>
    </div>
  );
}

/** A number of an item or section. It counts once one has left the field, so that half of one never does. */
export function IdField({
  value,
  onChange,
  path,
  flaws,
}: PlaceProps & { value: string; onChange: (value: string) => void }) {
  const t = useT(editTexts);
  const [typed, type] = useState<string | null>(null);
  const finish = () => {
    if (typed !== null && typed !== '' && typed !== value) onChange(typed);
    type(null);
  };
  return (
    <div data-path={path}>
      <FormField label={t('id')} hint={t('idHint')} problem={flaws.at(path)}>
        {(bind) => (
          <TextInput
            {...bind}
            maxLength={80}
            value={typed ?? value}
            onBlur={finish}
            onKeyDown={(event) => {
              if (event.key === 'Enter') finish();
            }}
            onChange={(event) => type(event.target.value.replace(/[^A-Za-z0-9_.-]/g, '').replace(/^[^A-Za-z0-9]+/, ''))}
          />
        )}
      </FormField>
    </div>
  );
}

/** A text in both languages side by side, the reader's first. */
export function PairField({
  label,
  value,
  onChange,
  path,
  flaws,
  maxLength = 2000,
  rows = 2,
}: PlaceProps & {
  label: string;
  value: LocalizedText;
  onChange: (value: LocalizedText) => void;
  maxLength?: number;
  rows?: number;
}) {
  const t = useT(editTexts);
  const order = useLanguages();
  return (
    <div className="st-pair">
      {order.map((language) => (
        <div key={language} data-path={`${path}.${language}`}>
          <FormField
            label={`${label} · ${t(language === 'zh' ? 'chinese' : 'english')}`}
            hint={flaws.remark(`${path}.${language}`)}
            problem={flaws.at(`${path}.${language}`)}
          >
            {(bind) =>
              rows > 1 ? (
                <TextArea
                  {...bind}
                  lang={language === 'zh' ? 'zh-CN' : 'en'}
                  rows={rows}
                  maxLength={maxLength}
                  value={value[language]}
                  onChange={(event) => onChange({ ...value, [language]: event.target.value })}
                />
              ) : (
                <TextInput
                  {...bind}
                  lang={language === 'zh' ? 'zh-CN' : 'en'}
                  maxLength={maxLength}
                  value={value[language]}
                  onChange={(event) => onChange({ ...value, [language]: event.target.value })}
                />
              )
            }
          </FormField>
        </div>
      ))}
    </div>
  );
}

import type { LocalizedText } from '@wheelhouse/kernel';
import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { Icon } from '../blocks/icon.js';
import { useLanguages } from '../reader/reader.js';
import { useT } from '../reader/texts.js';
import { uiTexts } from '../reader/ui-texts.js';

export interface FieldBinding {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
  'aria-required': true | undefined;
}

export interface FormFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, shown below the control and announced. */
  problem?: string;
  required?: boolean;
  /** Gets what ties the control to label, hint and problem: `(bind) => <TextInput {...bind} />`. */
  children: (bind: FieldBinding) => ReactNode;
}

/** Label, control, hint and problem as one. */
export function FormField({ label, hint, problem, required, children }: FormFieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="wh-field">
      <label className="wh-field__label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': described || undefined,
        'aria-required': required || undefined,
      })}
      {hint && (
        <span className="wh-field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {problem && (
        <span className="wh-field__problem" id={`${id}-problem`} role="alert">
          <Icon name="alert" size={16} />
          {problem}
        </span>
      )}
    </div>
  );
}

/** One line of text (also `type="date"`, `"number"`, `"email"`, `"password"`). */
export function TextInput({
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  return <input {...rest} className={className ? `wh-input ${className}` : 'wh-input'} />;
}

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea {...props} className="wh-input" />;
}

/** The browser's own select: light, and the best there is on a phone. For long lists with search use AntD's. */
export function NativeSelect({
  options,
  placeholder,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & {
  options: { value: string; label: string; disabled?: boolean }[];
  placeholder?: string;
}) {
  return (
    <select {...rest} className="wh-input">
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A search box with its own label for screen readers. */
export function SearchInput({ label, ...rest }: InputHTMLAttributes<HTMLInputElement> & { label?: string }) {
  const t = useT(uiTexts);
  return (
    <span className="wh-search">
      <Icon name="search" size={18} />
      <input
        type="search"
        aria-label={label ?? t('search')}
        placeholder={label ?? t('search')}
        {...rest}
        className="wh-input"
      />
    </span>
  );
}

/** A box to tick, with its words as the target. */
export function Checkbox({ label, ...rest }: InputHTMLAttributes<HTMLInputElement> & { label: ReactNode }) {
  return (
    <label className="wh-check">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}

/** A text in both languages, the reader's own first. Problems come as `problem('en')`, `problem('zh')`. */
export function LocalizedField({
  label,
  value,
  onChange,
  problem,
  required,
}: {
  label: string;
  value: LocalizedText;
  onChange: (value: LocalizedText) => void;
  problem?: (language: 'en' | 'zh') => string | undefined;
  required?: boolean;
}) {
  const t = useT(uiTexts);
  const languages = useLanguages();
  return (
    <div className="wh-grid">
      {languages.map((language) => (
        <FormField
          key={language}
          label={`${label} · ${t(language === 'zh' ? 'chinese' : 'english')}`}
          problem={problem?.(language)}
          required={required}
        >
          {(bind) => (
            <TextInput
              {...bind}
              lang={language === 'zh' ? 'zh-CN' : 'en'}
              value={value[language]}
              onChange={(e) => onChange({ ...value, [language]: e.target.value })}
            />
          )}
        </FormField>
      ))}
    </div>
  );
}

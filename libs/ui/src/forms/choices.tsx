import { useId, type ReactNode } from 'react';

export interface Choice<V extends string> {
  value: V;
  label: ReactNode;
  tone?: 'good' | 'bad' | 'neutral';
}

export interface BigChoiceProps<V extends string> {
  /** Read aloud as the group's name, e.g. the item's question. */
  label: string;
  choices: Choice<V>[];
  /** Null: not answered yet. */
  value: V | null;
  onChange: (value: V) => void;
  /** One below the other, for long labels. */
  list?: boolean;
  disabled?: boolean;
}

/** Big answers side by side (Yes · No · N/A), a radio group for keyboard and screen reader, without Ant Design. */
export function BigChoice<V extends string>({ label, choices, value, onChange, list, disabled }: BigChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset className={list ? 'wh-choice wh-choice--list' : 'wh-choice'} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={choice.tone ? `is-${choice.tone}` : undefined}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            disabled={disabled}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

/** A few alternatives in one line, one of them pressed: language, view, theme. */
export function Segments<V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: { value: V; label: ReactNode; lang?: string }[];
  value: V;
  onChange: (value: V) => void;
}) {
  return (
    <div className="wh-segments" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

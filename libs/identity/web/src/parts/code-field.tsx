import { FormField, TextInput } from '@wheelhouse/ui';

/** Six digits, or a recovery code; phones offer the digits of the app. */
export function CodeField({
  label,
  hint,
  value,
  onChange,
  problem,
}: {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string;
}) {
  return (
    <FormField label={label} hint={hint} problem={problem} required>
      {(bind) => (
        <TextInput
          {...bind}
          className="id-code"
          name="one-time-code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          inputMode={/[a-z-]/i.test(value) ? 'text' : 'numeric'}
          maxLength={20}
          value={value}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </FormField>
  );
}

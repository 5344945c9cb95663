import { FormField, TextInput } from '@wheelhouse/ui';

/** One password, new or known; password managers are told which. */
export function PasswordField({
  label,
  hint,
  value,
  onChange,
  problem,
  known,
}: {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string;
  /** Of an account that there is already. */
  known?: boolean;
}) {
  return (
    <FormField label={label} hint={hint} problem={problem} required>
      {(bind) => (
        <TextInput
          {...bind}
          type="password"
          name={known ? 'password' : 'new-password'}
          autoComplete={known ? 'current-password' : 'new-password'}
          value={value}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </FormField>
  );
}

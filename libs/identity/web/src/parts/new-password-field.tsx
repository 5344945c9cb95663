import { normalizePassword, PASSWORD_MIN } from '@wheelhouse/identity-domain';
import { useT } from '@wheelhouse/web-core';
import { accessTexts } from '../access-texts.js';
import { PasswordField } from './password-field.js';

/** A new password; the hint counts along, kindly. Everything else is checked by the server. */
export function NewPasswordField({
  label,
  value,
  onChange,
  problem,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string;
}) {
  const t = useT(accessTexts);
  const count = PASSWORD_MIN - [...normalizePassword(value)].length;
  const hint =
    value === ''
      ? t('newPassword.hint', { min: PASSWORD_MIN })
      : count > 0
        ? t('newPassword.more', { count })
        : t('newPassword.enough');
  return <PasswordField label={label} hint={hint} value={value} onChange={onChange} problem={problem} />;
}

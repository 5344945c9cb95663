import { randomInt } from 'node:crypto';
import { RECOVERY_CODES } from '@wheelhouse/contracts';

/** Crockford's base 32: no letter that is taken for a digit. 12 characters are 60 bits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newCode);

const newCode = (): string =>
  Array.from({ length: 12 }, (_, i) => (i > 0 && i % 4 === 0 ? '-' : '') + LETTERS[randomInt(32)]).join('');

/** As it was made, however it was typed: small letters, blanks, O for 0; null for anything that is none. */
export function readRecoveryCode(typed: string): string | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(text) ? text : null;
}

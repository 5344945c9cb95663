/** Shortest password that is accepted. Length is what counts (NIST SP 800-63B); no composition rules. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** An e-mail address in the one form in which it is stored and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

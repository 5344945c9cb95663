/**
 * Shortest password that is accepted, in characters after NFKC: what NIST SP 800-63B-4 asks for where a password may be the
 * only factor. Length is what counts; there are no rules of composition, and no password grows old.
 */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 200;

/** What must be left of a password besides words that everybody knows of its owner. */
const OWN_PART = 8;

/** An e-mail address in the one form in which it is stored and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The same password, however a keyboard composes its characters. */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

export type PasswordFault = 'FIELD.TOO_SHORT' | 'PASSWORD.PATTERN' | 'PASSWORD.ABOUT_YOU';

/** What is wrong with a new password by itself and beside what is known of its owner: e-mail, name. */
export function passwordFault(password: string, known: string[] = []): PasswordFault | null {
  const text = normalizePassword(password);
  if ([...text].length < PASSWORD_MIN) return 'FIELD.TOO_SHORT';
  const letters = [...text.toLowerCase()];
  if (isRepetition(letters) || isRun(letters)) return 'PASSWORD.PATTERN';
  let own = letters.join('');
  for (const word of wordsOf(['wheelhouse', ...known])) own = own.replaceAll(word, '');
  return [...own].length < OWN_PART ? 'PASSWORD.ABOUT_YOU' : null;
}

/** The words in which somebody is known, the longest first; syllables of two or three Latin letters are in every sentence. */
function wordsOf(known: string[]): string[] {
  const words = known.flatMap((text) => {
    const whole = normalizePassword(text).toLowerCase();
    return [whole, ...whole.split(/[\s@._+-]+/)];
  });
  return [...new Set(words)].filter((word) => word.length >= (/^[\p{ASCII}]*$/u.test(word) ? 4 : 2)).sort(byLength);
}

const byLength = (a: string, b: string) => b.length - a.length;

/** `passwordpassword`, `aaaa…`: a beginning of at most half the length, again and again. */
function isRepetition(letters: string[]): boolean {
  for (let period = 1; period <= letters.length / 2; period++)
    if (letters.every((letter, i) => letter === letters[i % period])) return true;
  return false;
}

/** `abcdefghijklmno`, `987654321098765`: each character the neighbour of the one before, round from 9 to 0. */
function isRun(letters: string[]): boolean {
  const steps = letters.slice(1).map((letter, i) => {
    const step = (letter.codePointAt(0) ?? 0) - (letters[i]?.codePointAt(0) ?? 0);
    return Math.abs(step) === 9 ? -Math.sign(step) : step;
  });
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

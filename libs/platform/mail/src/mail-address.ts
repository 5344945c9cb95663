/**
 * One bare address that is safe in a header and in SMTP: no name, list, comment, quotes, spaces or control characters
 * (RFC 5321 dot-string; at most 254 characters).
 */
export function isMailAddress(value: string): boolean {
  if (value.length > 254) return false;
  return /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(value);
}

/** A subject on one line: control characters, line and paragraph separators and text-direction overrides go. */
export function oneLine(value: string): string {
  return value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, 250);
}

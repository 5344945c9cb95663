const RULES: [RegExp, string][] = [
  // What a URL carries before its host, and everything after a question mark.
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1•••@'],
  [/(\/[^\s?"']*)\?[^\s"']+/g, '$1?•••'],
  [/[^\s<>"'(),;:=/•]+@[^\s<>"'(),;:=/]+\.[^\s<>"'(),;:=]+/g, '•••@•••'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 •••'],
  [/\b(password|passwd|secret|token|authorization|cookie)(["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&]+)/gi, '$1$2•••'],
];
/**
 * Our tokens: 20 characters or more of base64url with capital, small letters and digits; UUIDs have no capitals. A
 * migration's name (letters, then 13 digits) is none: who reads the log must know which one is missing.
 */
const TOKEN = /(?<![\w-])(?![A-Za-z]+\d{13}(?![\w-]))(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{20,}(?![\w-])/g;

/**
 * Takes mail addresses, tokens, passwords and query values out of a text that is about to be logged. The second lock: the
 * first is that nothing which may hold them is logged at all.
 */
export function scrub(text: string): string {
  const known = RULES.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text);
  return known.replace(TOKEN, '•••');
}

interface ThrownByPg {
  code?: unknown;
  driverError?: { code?: unknown };
}

/** An error for the log: kind, code, scrubbed message and where it happened. Values that PostgreSQL quotes are left out. */
export function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { kind: typeof error, message: scrub(String(error)) };
  const { code, driverError } = error as ThrownByPg;
  const sqlState = String(driverError?.code ?? code ?? '');
  // Class 22 (data exceptions) quotes what was sent.
  const message = /^22\w{3}$/.test(sqlState) ? error.message.replace(/"[^"]*"/gs, '"•••"') : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    ...(sqlState ? { code: sqlState } : {}),
    message: scrub(message).slice(0, 1000),
    stack: frames.slice(0, 12).join('\n'),
  };
}

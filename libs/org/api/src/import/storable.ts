/** A value as JSON that PostgreSQL takes: what no text may hold there (NUL, half a surrogate pair) becomes U+FFFD. */
export function storable(value: unknown): string {
  return JSON.stringify(value).replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, '$1\\ufffd');
}

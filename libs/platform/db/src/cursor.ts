import { DomainError } from '@wheelhouse/kernel';

/** The opaque mark of a keyset page: the sort values of its last row. */
export function encodeCursor(values: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a mark back; throws `REQUEST.CURSOR` unless it holds exactly `length` plain values. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain = (v: unknown) => v === null || typeof v === 'number' || (typeof v === 'string' && !v.includes('\0'));
    if (Array.isArray(values) && values.length === length && values.every(plain)) return values;
  } catch {
    // fall through to the refusal below
  }
  throw new DomainError('REQUEST.CURSOR', {}, [
    { field: 'cursor', code: 'FIELD.FORMAT', params: { expected: 'cursor' } },
  ]);
}

/** Cuts a list that was read with one row too many into a page. */
export function pageOf<T>(rows: T[], limit: number, mark: (row: T) => (string | number | null)[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(mark(last)) : null };
}

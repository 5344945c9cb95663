import { ATTRIBUTE_COLUMN, OUTLET_FILE_COLUMNS, REMARK_COLUMNS } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { decodeText } from './text-codec.js';

/** A heading and the column that it was taken for; null: it is not known, and the column is passed over. */
export interface MappedColumn {
  heading: string;
  code: string | null;
}

const normal = (heading: string) =>
  heading
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_*]+/g, ' ')
    .trim();

const KNOWN = new Map(
  OUTLET_FILE_COLUMNS.flatMap(({ code, label, also }) =>
    [code, label.en, label.zh, ...also].map((heading) => [normal(heading), code] as const),
  ),
);

/**
 * What each heading stands for: a code, what a person calls it in either language, or `attr:<name>`. Throws
 * `IMPORT.NO_CODE_COLUMN`, and `IMPORT.COLUMN_TWICE` where two headings mean the same.
 */
export function mapColumns(headings: readonly string[]): MappedColumn[] {
  const columns = headings.map((raw): MappedColumn => {
    const heading = decodeText(raw);
    return { heading, code: codeOf(heading) };
  });
  const seen = new Map<string, string>();
  for (const { heading, code } of columns) {
    if (code === null) continue;
    const first = seen.get(code);
    if (first !== undefined) throw new DomainError('IMPORT.COLUMN_TWICE', { first, second: heading });
    seen.set(code, heading);
  }
  if (!seen.has('code')) throw new DomainError('IMPORT.NO_CODE_COLUMN');
  return columns;
}

function codeOf(heading: string): string | null {
  const prefix = heading.slice(0, ATTRIBUTE_COLUMN.length).replace('：', ':').toLowerCase();
  const name = heading.slice(ATTRIBUTE_COLUMN.length);
  if (prefix === ATTRIBUTE_COLUMN && name !== '') return ATTRIBUTE_COLUMN + name;
  return KNOWN.get(normal(heading)) ?? null;
}

/** Headings that nobody needs to be told about: our own remarks in a list of wrong rows, and empty ones. */
export function isRemark(heading: string): boolean {
  return heading === '' || (REMARK_COLUMNS as readonly string[]).includes(heading);
}

import type { OutletResponse } from '@wheelhouse/contracts';

/** One fact as it stands in the form. */
export interface AttributeRow {
  name: string;
  value: string;
}

/** The facts of an outlet as rows of text. */
export const attributeRows = (attributes: OutletResponse['attributes']): AttributeRow[] =>
  Object.entries(attributes).map(([name, value]) => ({ name, value: String(value) }));

/** Rows of text as facts: numbers and `true`/`false` become such, rows without a name are left out. */
export function attributesOf(rows: AttributeRow[]): OutletResponse['attributes'] {
  const named = rows.map(({ name, value }) => [name.trim(), value.trim()] as const).filter(([name]) => name);
  return Object.fromEntries(
    named.map(([name, value]) => {
      if (value === 'true' || value === 'false') return [name, value === 'true'];
      // A code with a leading zero is text.
      return [name, /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value) ? Number(value) : value];
    }),
  );
}

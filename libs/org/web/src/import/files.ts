import { IMPORT_MAX_BYTES, IMPORT_TYPES, type ImportFormat } from '@wheelhouse/contracts';

/** Links to files that the browser saves. */
export const TEMPLATES = {
  xlsx: '/api/v1/outlets/export.xlsx?template=true',
  csv: '/api/v1/outlets/export.csv?template=true',
};
export const EXPORTS = {
  xlsx: '/api/v1/outlets/export.xlsx?includeClosed=true',
  csv: '/api/v1/outlets/export.csv?includeClosed=true',
};

export type FileRefusal = 'oldExcel' | 'otherType' | 'tooLarge';

/** What a chosen file is taken for by its name, or why it is not even sent. */
export function formatOf(file: { name: string; size: number }): ImportFormat | FileRefusal {
  const name = file.name.toLowerCase();
  if (name.endsWith('.xls')) return 'oldExcel';
  const format = name.endsWith('.xlsx') ? 'xlsx' : /\.(csv|tsv|txt)$/.test(name) ? 'csv' : null;
  if (!format) return 'otherType';
  return file.size > IMPORT_MAX_BYTES ? 'tooLarge' : format;
}

export const isFormat = (found: ImportFormat | FileRefusal): found is ImportFormat => found in IMPORT_TYPES;

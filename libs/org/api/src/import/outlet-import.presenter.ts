import type { ErrorCode, OutletImportResponse, OutletImportRow } from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';
import { errorText, fieldText } from '@wheelhouse/platform-i18n';
import type { CheckedRow } from './check-file.js';
import { isRemark } from './columns.js';
import type { ImportRow } from './outlet-imports.repository.js';

/** An import as its reader sees it. */
export function presentImport(one: ImportRow, createdBy: string, locale: Locale): OutletImportResponse {
  const isRunning = one.status === 'checking' || one.status === 'applying';
  const writes = one.counts ? one.counts.new + one.counts.changed : 0;
  return {
    id: one.id,
    fileName: one.fileName,
    format: one.format,
    status: one.status,
    progress: one.progress,
    taskId: one.taskId,
    rows: one.rows,
    counts: one.counts,
    columns: one.columns.filter(({ heading, code }) => code !== null || !isRemark(heading)),
    skippedWrong: one.skippedWrong,
    error: one.error && {
      code: one.error.code,
      message: errorText(one.error.code as ErrorCode, one.error.params, locale) ?? one.error.code,
      errors: one.error.fields.map(({ field, code, params }) => ({
        field,
        code,
        message: fieldText(code, params ?? {}, locale),
      })),
    },
    createdBy,
    createdAt: one.createdAt.toISOString(),
    checkedAt: one.checkedAt?.toISOString() ?? null,
    finishedAt: one.finishedAt?.toISOString() ?? null,
    can: { apply: one.status === 'checked' && writes > 0, cancel: isRunning || one.status === 'checked' },
  };
}

/** A row with its problems in the reader's language. */
export function presentRow(
  { row, outcome, code, name, outletId, problems, changes }: Omit<CheckedRow, 'seenAt' | 'target'>,
  locale: Locale,
): OutletImportRow {
  return {
    row,
    outcome,
    code,
    name,
    outletId,
    problems: problems.map(({ field, code: problem, params, value }) => ({
      column: field,
      code: problem,
      message: fieldText(problem, params ?? {}, locale),
      value,
    })),
    changes,
  };
}

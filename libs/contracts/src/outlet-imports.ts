import type { LocalizedText } from '@wheelhouse/kernel';
import type { FieldProblemResponse, Page } from './common.js';

/** Largest file that an import takes, in bytes. */
export const IMPORT_MAX_BYTES = 10 * 1024 * 1024;
/** Most outlets in one file. */
export const IMPORT_MAX_ROWS = 5_000;
/** Most outlets in one export. */
export const EXPORT_MAX_ROWS = 10_000;

export const IMPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
export const IMPORT_TYPES: Record<ImportFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * `checking` (waits for or is in its dry run) → `checked` → `applying` → `applied`; or `failed` with a reason, or
 * `cancelled` by a person, before which nothing of it was written.
 */
export const IMPORT_STATUSES = ['checking', 'checked', 'applying', 'applied', 'failed', 'cancelled'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const IMPORT_OUTCOMES = ['new', 'changed', 'unchanged', 'wrong'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
export type ImportCounts = Record<ImportOutcome, number>;

/** `POST /api/v1/outlet-imports` (the file itself is the body, its name is in the header `X-File-Name`, percent-encoded). */
export interface OutletImportResponse {
  id: string;
  fileName: string;
  format: ImportFormat;
  status: ImportStatus;
  /** 0–1 of the step that runs. */
  progress: number;
  /** The job of the step that ran last, `GET /jobs/:id`. */
  taskId: string;
  /** Rows below the headings. */
  rows: number;
  /** By outcome of the dry run; null before its end. */
  counts: ImportCounts | null;
  /** The headings of the file and what each was taken for; null for one that is not known and was passed over. */
  columns: { heading: string; code: string | null }[];
  /** Whether wrong rows were left out when it was applied. */
  skippedWrong: boolean;
  /** Why it failed. */
  error: { code: string; message: string; errors: FieldProblemResponse[] } | null;
  createdBy: string;
  createdAt: string;
  checkedAt: string | null;
  finishedAt: string | null;
  can: { apply: boolean; cancel: boolean };
}

/** What is wrong in one cell. */
export interface ImportProblem {
  /** Code of the column. */
  column: string;
  code: string;
  /** In the reader's language. */
  message: string;
  /** What stands in the cell. */
  value: string;
}

/** One field of an outlet, as the file writes it; empty where there is nothing. */
export interface ImportChange {
  column: string;
  before: string;
  after: string;
}

/** `GET /outlet-imports/:id/rows` */
export interface OutletImportRow {
  /** As the spreadsheet numbers it; the headings are row 1. */
  row: number;
  outcome: ImportOutcome;
  code: string;
  name: LocalizedText | null;
  outletId: string | null;
  problems: ImportProblem[];
  /** Of a changed outlet, field by field. */
  changes: ImportChange[];
}
export type OutletImportRows = Page<OutletImportRow>;

export interface ListImportRowsQuery {
  outcome?: ImportOutcome;
  cursor?: string;
  /** 1–200, default 100. */
  limit?: number;
}

export interface ApplyImportBody {
  /** Write the rows that are right although others are wrong. */
  skipWrong?: boolean;
}

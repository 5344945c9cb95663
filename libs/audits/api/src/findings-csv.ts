import type { FindingResponse } from '@wheelhouse/contracts';
import { csvOf, type CsvColumns } from '@wheelhouse/kernel';

const COLUMNS: CsvColumns<FindingResponse> = {
  finding_id: (row) => row.id,
  visit_date: (row) => row.visitDate,
  audit_id: (row) => row.auditId,
  audit_kind: (row) => row.auditKind,
  outlet_id: (row) => row.outlet.id,
  outlet_code: (row) => row.outlet.code,
  outlet_name_en: (row) => row.outlet.name.en,
  outlet_name_zh: (row) => row.outlet.name.zh,
  standard_id: (row) => row.standardId,
  standard_version_id: (row) => row.standardVersionId,
  standard_name_en: (row) => row.standardName.en,
  standard_name_zh: (row) => row.standardName.zh,
  section_id: (row) => row.sectionId,
  section_name_en: (row) => row.sectionName.en,
  section_name_zh: (row) => row.sectionName.zh,
  item_id: (row) => row.itemId,
  item_en: (row) => row.itemText.en,
  item_zh: (row) => row.itemText.zh,
  critical: (row) => Number(row.critical),
  red_line_crossed: (row) => Number(row.triggered),
  points_lost: (row) => Number(row.pointsLost.toFixed(4)),
  repeated: (row) => row.repeated,
  note: (row) => row.note,
};

/** Findings as a spreadsheet reads them, one line each. */
export function csvOfFindings(findings: readonly FindingResponse[]): string {
  return csvOf(COLUMNS, findings);
}

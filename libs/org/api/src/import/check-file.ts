import type { ImportChange, ImportOutcome } from '@wheelhouse/contracts';
import type { FieldProblem, LocalDate } from '@wheelhouse/kernel';
import { changesBetween } from './changes.js';
import type { MappedColumn } from './columns.js';
import { columnOfField, requestOf } from './outlet-request.js';
import type { Codes, OutletNow, OutletValues } from './outlet-values.js';
import { textIn } from './parse-cell.js';
import { type CellProblem, type Network, readRow, type RowReading } from './read-row.js';
import { type TableRow, textOfCell } from './table.js';

/** What the dry run found in one row. */
export interface CheckedRow {
  row: number;
  outcome: ImportOutcome;
  code: string;
  name: { en: string; zh: string } | null;
  outletId: string | null;
  seenAt: string | null;
  problems: (CellProblem & { value: string })[];
  changes: ImportChange[];
  /** What the outlet shall be, where it is new or changed. */
  target: OutletValues | null;
  /** The row as it was sent, where it is wrong. */
  cells: string[] | null;
}

/** What a row is checked against, and the rules that creating and changing an outlet obey. */
export interface Rules extends Network {
  codes: Codes;
  outlets: ReadonlyMap<string, OutletNow>;
  today: LocalDate;
  timeZone: string;
  /** Whether the actor may write this outlet (null: a new one) at this org unit. */
  mayWrite(outletId: string | null, orgUnitId: string): boolean;
  /** What `CreateOutlet` or `UpdateOutlet` says to the fields of a request. */
  validate(kind: 'create' | 'update', body: Record<string, unknown>): Promise<FieldProblem[]>;
  /** What is wrong with a first open or first closed day; null: nothing. */
  checkDay(field: 'openedOn' | 'closedOn', day: LocalDate): Omit<FieldProblem, 'field'> | null;
}

/** Checks the rows of one file, of which no two may name the same outlet. */
export class FileCheck {
  private readonly rowsOfCode = new Map<string, number[]>();

  constructor(
    rows: readonly TableRow[],
    private readonly columns: readonly MappedColumn[],
    private readonly rules: Rules,
  ) {
    const at = columns.findIndex(({ code }) => code === 'code');
    for (const { number, cells } of rows) {
      const code = textIn(cells[at]);
      const known = this.rowsOfCode.get(code);
      if (known) known.push(number);
      else this.rowsOfCode.set(code, [number]);
    }
  }

  async row({ number, cells }: TableRow): Promise<CheckedRow> {
    const { rules, columns } = this;
    const code = textIn(cells[columns.findIndex((column) => column.code === 'code')]);
    const now = rules.outlets.get(code) ?? null;
    const base = { row: number, code: code.slice(0, 200), outletId: now?.id ?? null, seenAt: now?.seenAt ?? null };

    if (now && !rules.mayWrite(now.id, now.orgUnitId)) {
      const problem = { field: 'code', code: 'IMPORT.OUT_OF_SCOPE', value: code };
      return { ...this.wrong(base, cells, [problem]), outletId: null, seenAt: null };
    }
    const reading = readRow(cells, columns, now, rules);
    const twin = this.rowsOfCode.get(code)?.find((other) => other !== number);
    if (code !== '' && twin !== undefined)
      reading.problems.push({ field: 'code', code: 'IMPORT.DUPLICATE_ROW', params: { row: twin } });
    const target = this.target(reading.values, now);
    const changes = now ? changesBetween(now, target, rules.codes) : [];
    if (!now || changes.length > 0) await this.applyRules(reading, target, now);
    if (reading.problems.length > 0) {
      const cellOfColumn = (column: string) => textOfCell(cells[columns.findIndex((one) => one.code === column)]);
      const problems = reading.problems.slice(0, 50);
      const valued = problems.map((one) => ({ ...one, value: cellOfColumn(one.field).slice(0, 300) }));
      return { ...this.wrong(base, cells, valued), name: nameOf(reading.values.name ?? now?.name) };
    }
    const outcome: ImportOutcome = !now ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
    const isWritten = outcome !== 'unchanged';
    return {
      ...base,
      outcome,
      name: target.name,
      problems: [],
      changes,
      target: isWritten ? target : null,
      cells: null,
    };
  }

  private target(values: Partial<OutletValues>, now: OutletNow | null): OutletValues {
    const { today, timeZone } = this.rules;
    const fresh: OutletValues = {
      code: '',
      name: { en: '', zh: '' },
      kind: '',
      orgUnitId: '',
      peerGroupId: null,
      cityTier: null,
      city: null,
      latitude: null,
      longitude: null,
      timeZone,
      openedOn: today,
      closedOn: null,
      attributes: {},
    };
    return { ...fresh, ...(now ? valuesOf(now) : {}), ...values };
  }

  /** The rules of the API, said about columns; a column that is wrong already is not told about twice. */
  private async applyRules(reading: RowReading, target: OutletValues, now: OutletNow | null): Promise<void> {
    const { rules } = this;
    const known = new Set(reading.problems.map(({ field }) => field));
    const add = (problem: FieldProblem) => {
      if (known.has(problem.field)) return;
      known.add(problem.field);
      reading.problems.push(problem);
    };
    const { kind, body } = requestOf(reading.values, target, now, rules.codes);
    for (const problem of await rules.validate(kind, body)) {
      const column = columnOfField(problem.field, this.columns);
      // An org unit that was not found has no id: that is said already.
      if (column !== 'org_unit') add({ ...problem, field: column });
    }
    const isMoved = reading.values.orgUnitId !== undefined && reading.values.orgUnitId !== now?.orgUnitId;
    if (isMoved && !rules.mayWrite(null, target.orgUnitId))
      add({ field: 'org_unit', code: 'IMPORT.NO_SUCH', params: { value: rules.codes.unit(target.orgUnitId) } });
    const days = [
      ['openedOn', 'opened_on', target.openedOn],
      ['closedOn', 'closed_on', target.closedOn],
    ] as const;
    for (const [field, column, day] of days) {
      const problem = day !== null && day !== now?.[field] ? rules.checkDay(field, day) : null;
      if (problem) add({ ...problem, field: column });
    }
    if (target.closedOn !== null && target.closedOn < target.openedOn) {
      const field = reading.values.closedOn ? 'closed_on' : 'opened_on';
      add({ field, code: 'IMPORT.CLOSED_BEFORE_OPENED', params: { opened: target.openedOn } });
    }
    if (now?.firstMoveOn && target.openedOn !== now.openedOn && target.openedOn >= now.firstMoveOn)
      add({ field: 'opened_on', code: 'IMPORT.OPENED_AFTER_MOVE', params: { moved: now.firstMoveOn } });
  }

  private wrong(
    base: Pick<CheckedRow, 'row' | 'code' | 'outletId' | 'seenAt'>,
    cells: TableRow['cells'],
    problems: CheckedRow['problems'],
  ): CheckedRow {
    const sent = this.columns.map((_, i) => textOfCell(cells[i]).slice(0, 2_000));
    return { ...base, outcome: 'wrong', name: null, problems, changes: [], target: null, cells: sent };
  }
}

const nameOf = (name: { en: string; zh: string } | undefined) =>
  name ? { en: name.en.slice(0, 200), zh: name.zh.slice(0, 200) } : null;

function valuesOf({ id: _id, seenAt: _seenAt, firstMoveOn: _moved, ...values }: OutletNow): OutletValues {
  return values;
}

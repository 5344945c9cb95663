export interface ChangedRow {
  /** Path of the field: `grants[0].role`. */
  field: string;
  before: string;
  after: string;
}

/** Says a value in one text, knowing the name of the field that it stands in; null: go into it. */
type Say = (value: unknown, field: string) => string | null;

/** Two states as rows of fields, those that differ only; a field that one of them lacks reads “—”. */
export function rowsOfChange(before: unknown, after: unknown, say: Say): ChangedRow[] {
  const [old, now] = [flat(before, '', say), flat(after, '', say)];
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  return fields
    .map((field) => ({ field, before: old.get(field) ?? '—', after: now.get(field) ?? '—' }))
    .filter((row) => row.before !== row.after);
}

function flat(value: unknown, path: string, say: Say): Map<string, string> {
  if (value === undefined || (value === null && path === '')) return new Map();
  const said = say(value, /(\w+)(\[\d+\])?$/.exec(path)?.[1] ?? '');
  if (said !== null || value === null || typeof value !== 'object')
    return new Map([[path || '·', said ?? String(value)]]);
  const entries = Array.isArray(value)
    ? value.map((entry, i): [string, unknown] => [`${path}[${i + 1}]`, entry])
    : Object.entries(value).map(([key, entry]): [string, unknown] => [path ? `${path}.${key}` : key, entry]);
  if (entries.length === 0) return new Map([[path || '·', '—']]);
  return new Map(entries.flatMap(([at, entry]) => [...flat(entry, at, say)]));
}

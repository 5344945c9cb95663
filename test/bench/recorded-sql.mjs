import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A line of PostgreSQL's log that begins an entry: time, process, kind, text. */
const ENTRY = /^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] (\w+): {2}/m;

/** The statements that `work` made the server execute, with their parameters, as the server's own log tells them. */
export async function recordSql(logFile, work) {
  const from = fs.statSync(logFile).size;
  await work();
  await delay(200);
  const parts = fs.readFileSync(logFile).subarray(from).toString('utf8').split(ENTRY).slice(1);
  const statements = [];
  for (let i = 0; i < parts.length; i += 2) {
    const text = parts[i + 1].replaceAll('\n\t', '\n').trimEnd();
    const sql = /^(?:execute [^:]+|statement): ([^]*)$/.exec(text)?.[1];
    if (parts[i] === 'LOG' && sql) statements.push({ text: sql, values: [] });
    else if (parts[i] === 'DETAIL') statements.at(-1).values = parametersOf(text);
  }
  return statements;
}

/** `Parameters: $1 = 'it''s', $2 = NULL` as values in their text form. */
function parametersOf(detail) {
  const values = [...detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)];
  return values.map(([, value]) => (value === undefined ? null : value.replaceAll("''", "'")));
}

/** Sends them again by plain `pg`, one after the other on one connection, as the product did. */
export async function replaySql(pool, statements) {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) await client.query(values.length > 0 ? { text, values } : text);
    return true;
  } finally {
    client.release();
  }
}

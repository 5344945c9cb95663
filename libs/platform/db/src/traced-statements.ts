import { type OpenSpan, traced } from '@wheelhouse/platform-config/telemetry';
import type { QueryRunner } from 'typeorm';

/** Statements of one transaction that are seen one by one; of the rest (an import has thousands) only the number. */
const SEEN = 200;
const LONGEST = 1_000;

/** From now on every statement of this connection is a span inside `around`. */
export function traceStatements(runner: QueryRunner, around: OpenSpan): void {
  const query = runner.query.bind(runner);
  let count = 0;
  const watched = (sql: string, ...rest: unknown[]): Promise<unknown> => {
    const run = () => (query as (...args: unknown[]) => Promise<unknown>)(sql, ...rest);
    around.set({ 'wheelhouse.statements': ++count });
    if (count > SEEN) return run();
    const summary = summaryOf(sql);
    const attributes = {
      'db.system.name': 'postgresql',
      'db.query.summary': summary,
      'db.query.text': withoutValues(sql),
    };
    return traced(summary, { kind: 'client', attributes }, run);
  };
  Object.assign(runner, { query: watched });
}

/** `SELECT outlets`: what a statement does, and the first table that it names. */
export function summaryOf(sql: string): string {
  const [verb = 'SQL'] = /[a-z]+/i.exec(sql) ?? [];
  const doing = /^with$/i.test(verb) ? (/\b(insert|update|delete)\b/i.exec(sql)?.[1] ?? 'SELECT') : verb;
  const [, table] = /\b(?:from|into|update|join)\s+(?:only\s+)?"?([a-z_][\w".]*)/i.exec(sql) ?? [];
  return [doing.toUpperCase(), ...(table ? [table.replaceAll('"', '')] : [])].join(' ');
}

/** The statement as it was written, on one line, with a question mark for every value in it; parameters are not there. */
export function withoutValues(sql: string): string {
  const bare = sql.replace(/'(?:[^']|'')*'/g, '?').replace(/(?<![\w$])\d+(?:\.\d+)?\b/g, '?');
  return bare.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}

import { expect, it } from 'vitest';
import { summaryOf, withoutValues } from './traced-statements.js';

it('a statement in a trace says what it does and to what', () => {
  expect(summaryOf('BEGIN; SET LOCAL x')).toBe('BEGIN');
  expect(summaryOf(`SELECT "o"."id" FROM "outlets" "o" WHERE 1 = 1`)).toBe('SELECT outlets');
  expect(summaryOf('\n  INSERT INTO mails (tenant_id) VALUES ($1)')).toBe('INSERT mails');
  expect(summaryOf('WITH due AS (SELECT 1) UPDATE weeks SET x = $1')).toBe('UPDATE weeks');
  expect(summaryOf('WITH all_of AS (SELECT 1 FROM audits) SELECT * FROM all_of')).toBe('SELECT audits');
});

it('and holds no value, neither a parameter nor what is written in it', () => {
  const sql = `SELECT a1 FROM t\n WHERE id = $12 AND name = 'O''Brien' AND score > 81.5 LIMIT 50`;
  expect(withoutValues(sql)).toBe('SELECT a1 FROM t WHERE id = $12 AND name = ? AND score > ? LIMIT ?');
  expect(withoutValues(`SELECT '${'x'.repeat(5_000)}'`)).toBe('SELECT ?');
  expect(withoutValues(`SELECT ${'x, '.repeat(5_000)}`)).toHaveLength(1_000);
});

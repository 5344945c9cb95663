import { Injectable } from '@nestjs/common';
import { isUuid } from '@wheelhouse/kernel';
import { type OpenSpan, traced } from '@wheelhouse/platform-config/telemetry';
import type { QueryResult } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { poolOf } from './data-source.js';
import { traceStatements } from './traced-statements.js';

/** Whose eyes a transaction has: a tenant's, a person's own memberships, or (with neither) installation tables only. */
export interface TransactionScope {
  tenantId?: string | null;
  personId?: string | null;
}

/** The one way to a transaction. Row-level security sees what `scope` names and nothing else. */
@Injectable()
export class TenantTransactions {
  constructor(private readonly source: DataSource) {}

  /** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
  async run<T>(scope: TransactionScope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return traced('transaction', { attributes: attributesOf(scope) }, (span) => this.runOnce(scope, work, span));
  }

  private async runOnce<T>(
    scope: TransactionScope,
    work: (em: EntityManager) => Promise<T>,
    span: OpenSpan | null,
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    if (span) traceStatements(runner, span);
    try {
      // One round trip for both; TypeORM must know, or its own writes would begin and commit transactions of theirs.
      await runner.query(`BEGIN; ${settingsFor(scope)}`);
      Object.assign(runner, { isTransactionActive: true });
      const result = await work(runner.manager);
      await runner.query('COMMIT');
      return result;
    } catch (cause) {
      // Given back by the driver and not by us: the line to the server broke, whatever was asked of it after that.
      if (runner.isReleased) throw new Error('Connection terminated in a transaction', { cause });
      if (runner.isTransactionActive) await runner.query('ROLLBACK').catch(() => undefined);
      throw cause;
    } finally {
      Object.assign(runner, { isTransactionActive: false });
      await runner.release();
    }
  }

  /**
   * One read-only statement in one round trip: what every request does before its transaction. The simple protocol takes
   * no parameters, so `sql` may hold nothing but literals that the caller has validated.
   */
  async readOnce<T>(scope: TransactionScope, sql: string): Promise<T[]> {
    const statements = `BEGIN READ ONLY; ${settingsFor(scope)}; ${sql}; COMMIT`;
    const results = (await traced('read once', { kind: 'client', attributes: attributesOf(scope) }, () =>
      poolOf(this.source).query(statements),
    )) as unknown as QueryResult[];
    return results.at(-2)?.rows as T[];
  }
}

const attributesOf = ({ tenantId }: TransactionScope) => ({
  'db.system.name': 'postgresql',
  ...(tenantId ? { 'wheelhouse.tenant_id': tenantId } : {}),
});

/** `SET LOCAL` with validated literals (not `set_config`), which is what a distributed PostgreSQL passes on to its nodes. */
function settingsFor({ tenantId, personId }: TransactionScope): string {
  const statements: string[] = [];
  if (tenantId) statements.push(`SET LOCAL app.tenant_id = '${valid(tenantId)}'`);
  if (personId) statements.push(`SET LOCAL app.person_id = '${valid(personId)}'`);
  return statements.join('; ');
}

function valid(id: string): string {
  if (!isUuid(id)) throw new Error('Not a UUID');
  return id;
}

import type { Pool } from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

export interface DataSourceSettings {
  url: string;
  entities?: (EntitySchema | (new () => object))[];
  migrations?: (new () => MigrationInterface)[];
  poolSize?: number;
  /** How long a caller waits for a free connection, in milliseconds. */
  waitMs?: number;
  /** How long one statement may take, in milliseconds; 0 or left out: as long as it wants. */
  statementMs?: number;
}

/** A PostgreSQL data source of ours: no `synchronize`, no lazy magic, dates as the strings that they are. */
export function createDataSource({
  url,
  entities = [],
  migrations = [],
  poolSize = 16,
  waitMs = 10_000,
  statementMs = 0,
}: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    logging: false,
    poolSize,
    applicationName: 'wheelhouse',
    extra: {
      connectionTimeoutMillis: waitMs,
      idleTimeoutMillis: 30_000,
      ...(statementMs > 0 ? { statement_timeout: statementMs } : {}),
    },
  });
}

/** The pool of connections below a data source. */
export const poolOf = (source: DataSource): Pool => (source.driver as unknown as { master: Pool }).master;

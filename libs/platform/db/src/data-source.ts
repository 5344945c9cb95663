import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

export interface DataSourceSettings {
  url: string;
  entities?: (EntitySchema | (new () => object))[];
  migrations?: (new () => MigrationInterface)[];
  poolSize?: number;
}

/** A PostgreSQL data source of ours: no `synchronize`, no lazy magic, dates as the strings that they are. */
export function createDataSource({
  url,
  entities = [],
  migrations = [],
  poolSize = 16,
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
    extra: { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 },
  });
}

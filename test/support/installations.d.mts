export function readManifest(file: string): Promise<{ endedAt: string; entries: { path: string }[] }>;
export function prepareDatabase(
  adminUrl: string,
  options: { database?: string; appPassword: string; ownerPassword?: string },
): Promise<{ ownerUrl: string; appUrl: string }>;
export function startCluster(options: {
  dataDir: string;
}): Promise<{ adminUrl: string; port: number; stop(): Promise<void> }>;

/** What `npm run distribute` asks of a database connection. */
export interface Queryable {
  query(sql: string, params?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}
export function distribute(client: Queryable, say: (line: string) => void): Promise<void>;

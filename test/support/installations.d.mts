export interface Manifest {
  endedAt: string;
  entries: { path: string }[];
}
export function readManifest(file: string): Promise<Manifest>;
export function extract(file: string, manifest: Manifest, folder: string): Promise<void>;
export class ArchiveWriter {
  static create(file: string): Promise<ArchiveWriter>;
  finish(facts: object): Promise<void>;
}
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

import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { type Job, JobsService, QUEUES } from '@wheelhouse/platform-jobs';
import { type ArchiveFile, zipOf } from './archive.js';
import { WITHHELD_COLUMNS, WITHHELD_TABLES } from './exported-tables.js';
import { TenantContentRepository } from './tenant-content.repository.js';
import { TenantExportsRepository } from './tenant-exports.repository.js';

/** The layout of the archive; docs/export.md describes it. */
const FORMAT = 'wheelhouse-export.v1';
const PIECE_BYTES = 1024 * 1024;
const KEPT_DAYS = 14;

export interface ExportJobData {
  tenantId: string;
  exportId: string;
}

/** Makes an archive of all that a tenant has, as of one moment, while everybody goes on working. */
@Injectable()
export class MakeExportJob implements OnApplicationBootstrap {
  private readonly log = new Logger('TenantExport');

  constructor(
    private readonly jobs: JobsService,
    private readonly transactions: TenantTransactions,
    private readonly content: TenantContentRepository,
    private readonly exports: TenantExportsRepository,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<ExportJobData>('export-tenant', (job) => this.handle(job));
  }

  /** A worker that died leaves pieces; the next try begins anew. The last try that fails says so on the export. */
  async handle({ data, attempt }: Pick<Job<ExportJobData>, 'data' | 'attempt'>): Promise<void> {
    try {
      await this.make(data);
    } catch (error) {
      if (attempt > QUEUES['export-tenant'].retryLimit) {
        await this.transactions.run({ tenantId: data.tenantId }, (em) =>
          this.exports.fail(em, data.tenantId, data.exportId, this.clock.now()),
        );
      }
      this.log.error({ msg: 'export', tenant: data.tenantId, export: data.exportId, error: String(error) });
      throw error;
    }
  }

  private async make({ tenantId, exportId }: ExportJobData): Promise<void> {
    const write = <T>(work: Parameters<typeof this.transactions.run<T>>[1]) =>
      this.transactions.run({ tenantId }, work);
    if (!(await write((em) => this.exports.begin(em, tenantId, exportId)))) return;
    const at = this.clock.now();
    const sum = createHash('sha256');
    let bytes = 0;
    await this.transactions.run({ tenantId }, async (em) => {
      // One moment for all tables: a finding never comes without its audit.
      await em.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const tables = await this.content.exported(em);
      const tenant = await this.content.tenant(em, tenantId);
      const people = await this.content.people(em, tenantId);
      const logos = await this.content.logos(em, tenantId);
      let begun = 0;
      const files: ArchiveFile[] = [
        { name: 'tenant.json', content: () => once(JSON.stringify(tenant, null, 2)) },
        { name: 'people.ndjson', content: () => once(people.map((person) => `${JSON.stringify(person)}\n`).join('')) },
        ...tables.map((table) => ({
          name: `tables/${table.name}.ndjson`,
          content: () => {
            begun++;
            return this.content.lines(em, tenantId, table);
          },
        })),
        ...logos.map(({ hash, content }) => ({ name: `files/logo-${hash}.png`, content: () => once(content) })),
      ];
      const manifest = (written: unknown) => ({
        format: FORMAT,
        madeAt: at.toISOString(),
        tenant,
        files: written,
        tables: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
        withheld: { tables: WITHHELD_TABLES, columns: WITHHELD_COLUMNS },
      });
      let part = 0;
      for await (const piece of zipOf(files, manifest, at, PIECE_BYTES)) {
        sum.update(piece);
        bytes += piece.length;
        const progress = Math.min(0.99, begun / (tables.length + 1));
        const number = part++;
        await write((other) => this.exports.addPart(other, tenantId, exportId, number, piece, progress));
      }
    });
    const expiresAt = new Date(at.getTime() + KEPT_DAYS * 86_400_000);
    const sha256 = sum.digest('hex');
    await write((em) =>
      this.exports.finish(em, tenantId, exportId, { bytes, sha256, at: this.clock.now(), expiresAt }),
    );
  }
}

async function* once(content: string | Buffer): AsyncGenerator<string | Buffer> {
  yield content;
}

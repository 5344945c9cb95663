import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { TenantExportResponse } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import { type Ctx, TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import type { ExportJobData } from './make-export.job.js';
import { TenantExportsRepository } from './tenant-exports.repository.js';

/** Archives of everything that a tenant has: asked for, watched, fetched, thrown away. */
@Injectable()
export class TenantExportsService {
  constructor(
    private readonly exports: TenantExportsRepository,
    private readonly jobs: JobsService,
    private readonly transactions: TenantTransactions,
    private readonly trail: TrailService,
  ) {}

  list(ctx: Ctx): Promise<TenantExportResponse[]> {
    return this.exports.list(ctx);
  }

  async get(ctx: Ctx, id: string): Promise<TenantExportResponse> {
    const found = await this.exports.find(ctx, id);
    if (!found) throw new DomainError('NOT_FOUND');
    return found;
  }

  /** Only one at a time: `EXPORT.RUNNING` otherwise. */
  async request(ctx: Ctx): Promise<TenantExportResponse> {
    await this.exports.lockAll(ctx);
    if ((await this.exports.list(ctx)).some(({ state }) => state === 'waiting' || state === 'running')) {
      throw new DomainError('EXPORT.RUNNING');
    }
    const id = await this.exports.insert(ctx, ctx.actor.name);
    await this.jobs.enqueue(ctx.em, 'export-tenant', { tenantId: ctx.tenantId, exportId: id } satisfies ExportJobData);
    await this.trail.record(ctx, { action: 'tenant.export', objectType: 'tenant_export', objectId: id });
    return this.get(ctx, id);
  }

  /** The archive, read piece by piece while it is sent. Fetching it is written into the trail. */
  async file(ctx: Ctx, id: string): Promise<StreamableFile> {
    const { state, bytes, createdAt } = await this.get(ctx, id);
    if (state !== 'done' || bytes === null) throw new DomainError('EXPORT.NOT_READY');
    await this.trail.record(ctx, { action: 'tenant.export_fetch', objectType: 'tenant_export', objectId: id });
    const day = new Date(createdAt).toISOString().slice(0, 10);
    return new StreamableFile(Readable.from(this.pieces(ctx.tenantId, id), { objectMode: false }), {
      type: 'application/zip',
      disposition: `attachment; filename="wheelhouse-export-${day}.zip"`,
      length: bytes,
    });
  }

  /** The request's own transaction has ended when these are read. */
  private async *pieces(tenantId: string, id: string): AsyncGenerator<Buffer> {
    for (let part = 0; ; part++) {
      const piece = await this.transactions.run({ tenantId }, (em) => this.exports.part(em, tenantId, id, part));
      if (!piece) return;
      yield piece;
    }
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    if (!(await this.exports.remove(ctx.em, ctx.tenantId, id))) throw new DomainError('NOT_FOUND');
    await this.trail.record(ctx, { action: 'tenant.export_remove', objectType: 'tenant_export', objectId: id });
  }
}

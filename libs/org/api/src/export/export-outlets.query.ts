import { Injectable } from '@nestjs/common';
import { EXPORT_MAX_ROWS, type ImportFormat } from '@wheelhouse/contracts';
import { TrailService } from '@wheelhouse/identity-api';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import { Directory } from '../import/directory.js';
import { KnownNetworkRepository } from '../import/known-network.repository.js';
import { OrgTreeService } from '../org-tree.service.js';
import { OutletsRepository } from '../outlets.repository.js';
import { OutletsService } from '../outlets.service.js';
import { csvOf } from './csv-file.js';
import type { ExportOutletsDto } from './export.dto.js';
import { outletTable } from './outlet-table.js';
import { xlsxOf } from './xlsx-file.js';

/** Outlets as a file that the import reads back without a change. */
@Injectable()
export class ExportOutletsQuery {
  constructor(
    private readonly outlets: OutletsRepository,
    private readonly service: OutletsService,
    private readonly trees: OrgTreeService,
    private readonly known: KnownNetworkRepository,
    private readonly trail: TrailService,
  ) {}

  /** What the list shows under the same filter, at most 10,000 (`EXPORT.TOO_MANY`); written to the audit trail. */
  async run(ctx: Ctx, format: ImportFormat, { template, ...query }: ExportOutletsDto): Promise<Buffer> {
    const filter = await this.service.filter(ctx, query);
    const order = { sort: query.sort, direction: query.direction };
    const outlets = template ? [] : await this.outlets.list(ctx, { ...filter, ...order }, EXPORT_MAX_ROWS + 1);
    if (outlets.length > EXPORT_MAX_ROWS) throw new DomainError('EXPORT.TOO_MANY', { max: EXPORT_MAX_ROWS });
    const units = new Directory((await this.trees.of(ctx)).ordered());
    const groups = new Directory(await this.known.peerGroups(ctx));
    const table = outletTable(outlets, { unit: (id) => units.codeOf(id), group: (id) => groups.codeOf(id) });
    if (!template) {
      await this.trail.record(ctx, {
        action: 'outlet.export',
        objectType: 'outlet',
        objectId: null,
        after: { format, outlets: outlets.length, filter: { ...query } },
      });
    }
    return format === 'xlsx' ? xlsxOf(table) : Buffer.from(csvOf(table.headings, table.rows), 'utf8');
  }
}

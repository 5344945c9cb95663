import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Page, TrailEntryResponse, TrailKindsResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, Requires } from '@wheelhouse/platform-http';
import { ListTrailQuery, TrailFilterQuery } from './dto/trail.dto.js';
import { TrailReader } from './trail-reader.service.js';
import { TrailRepository } from './trail.repository.js';

@ApiTags('trail')
@Controller('api/v1/trail')
export class TrailController {
  constructor(
    private readonly reader: TrailReader,
    private readonly trail: TrailRepository,
  ) {}

  @Get()
  @Requires('trail.read')
  @ApiOperation({ summary: 'The append-only audit trail, newest first' })
  list(@Context() ctx: Ctx, @Query() { cursor, limit, ...filter }: ListTrailQuery): Promise<Page<TrailEntryResponse>> {
    return this.reader.page(ctx, filter, limit ?? 50, cursor);
  }

  @Get('kinds')
  @Requires('trail.read')
  @ApiOperation({ summary: 'The actions, kinds of objects and people that the trail holds' })
  kinds(@Context() ctx: Ctx): Promise<TrailKindsResponse> {
    return this.trail.kinds(ctx);
  }

  /** Every entry that the filter leaves, however many, newest first. The export is an entry of the trail itself. */
  @Get('entries.csv')
  @Requires('trail.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="audit-trail.csv"')
  @ApiProduces('text/csv')
  @ApiOperation({ summary: 'The audit trail as CSV, sent while it is read' })
  async export(@Context() ctx: Ctx, @Query() filter: TrailFilterQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.reader.export(ctx, { ...filter }), { type: 'text/csv; charset=utf-8' });
  }
}

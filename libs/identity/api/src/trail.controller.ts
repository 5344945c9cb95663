import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page, TrailEntryResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, PageQuery, Requires } from '@wheelhouse/platform-http';
import { TrailRepository } from './trail.repository.js';

@ApiTags('trail')
@Controller('api/v1/trail')
export class TrailController {
  constructor(private readonly trail: TrailRepository) {}

  @Get()
  @Requires('trail.read')
  @ApiOperation({ summary: 'The append-only audit trail, newest first' })
  list(@Context() ctx: Ctx, @Query() query: PageQuery): Promise<Page<TrailEntryResponse>> {
    return this.trail.page(ctx, query.cursor, query.limit ?? 50);
  }
}

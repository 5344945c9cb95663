import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page, TrailEntryResponse, TrailKindsResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, Requires } from '@wheelhouse/platform-http';
import { ListTrailQuery } from './dto/trail.dto.js';
import { TrailRepository } from './trail.repository.js';

@ApiTags('trail')
@Controller('api/v1/trail')
export class TrailController {
  constructor(private readonly trail: TrailRepository) {}

  @Get()
  @Requires('trail.read')
  @ApiOperation({ summary: 'The append-only audit trail, newest first' })
  list(@Context() ctx: Ctx, @Query() query: ListTrailQuery): Promise<Page<TrailEntryResponse>> {
    return this.trail.page(ctx, { ...query, limit: query.limit ?? 50 });
  }

  @Get('kinds')
  @Requires('trail.read')
  @ApiOperation({ summary: 'The actions and kinds of objects that the trail holds' })
  kinds(@Context() ctx: Ctx): Promise<TrailKindsResponse> {
    return this.trail.kinds(ctx);
  }
}

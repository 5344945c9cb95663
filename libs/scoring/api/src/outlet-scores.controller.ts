import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { OutletScoresResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, RequiresAny } from '@wheelhouse/platform-http';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { OutletScoresQuery } from './outlet-scores.query.js';

class OutletScoresDto {
  @ApiPropertyOptional({ minimum: 1, maximum: 104, default: 26 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(104)
  weeks?: number;
}

@ApiTags('scores')
@Controller('api/v1/outlets/:id/scores')
export class OutletScoresController {
  constructor(private readonly scores: OutletScoresQuery) {}

  /** Up to the running week. Mystery shops under embargo are in no figure. 404 outside my scope. */
  @Get()
  @RequiresAny('report.read', 'audit.read')
  @ApiOperation({ summary: 'What each source said of an outlet, week by week' })
  get(@Context() ctx: Ctx, @IdParam() id: string, @Query() query: OutletScoresDto): Promise<OutletScoresResponse> {
    return this.scores.run(ctx, id, query.weeks ?? 26);
  }
}

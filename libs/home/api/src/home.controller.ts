import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HomeResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, SignedIn } from '@wheelhouse/platform-http';
import { HomeQueryDto } from './dto/home.dto.js';
import { HomeService } from './home.service.js';

@ApiTags('home')
@Controller('api/v1/home')
export class HomeController {
  constructor(private readonly home: HomeService) {}

  /** What waits for the caller, and how the caller's own outlets stand. */
  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'What waits for me' })
  get(@Context() ctx: Ctx, @Query() query: HomeQueryDto): Promise<HomeResponse> {
    return this.home.get(ctx, query);
  }
}

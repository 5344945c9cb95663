import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CoverageResponse, HeatResponse, HomeResponse, NetworkHomeResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, Requires, SignedIn } from '@wheelhouse/platform-http';
import { CoverageService } from './coverage.service.js';
import { CoverageQueryDto } from './dto/coverage.dto.js';
import { HomeQueryDto } from './dto/home.dto.js';
import { HeatService } from './heat.service.js';
import { HomeService } from './home.service.js';
import { NetworkService } from './network.service.js';

@ApiTags('home')
@Controller('api/v1/home')
export class HomeController {
  constructor(
    private readonly home: HomeService,
    private readonly network: NetworkService,
    private readonly coverage: CoverageService,
    private readonly heat: HeatService,
  ) {}

  /** What waits for the caller, and how the caller's own outlets stand. */
  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'What waits for me' })
  get(@Context() ctx: Ctx, @Query() query: HomeQueryDto): Promise<HomeResponse> {
    return this.home.get(ctx, query);
  }

  /** Score, coverage, movers, red lines and signals of the whole network, for who may read of all of it. */
  @Get('network')
  @Requires('report.read')
  @ApiOperation({ summary: 'How the network is' })
  getNetwork(@Context() ctx: Ctx): Promise<NetworkHomeResponse> {
    return this.network.get(ctx);
  }

  /** Which outlets in my scope were to be audited in a week, were, and were not; 50 on a page by code. */
  @Get('coverage')
  @Requires('report.read')
  @ApiOperation({ summary: 'The outlets behind the coverage of a week' })
  listCoverage(@Context() ctx: Ctx, @Query() query: CoverageQueryDto): Promise<CoverageResponse> {
    return this.coverage.list(ctx, query);
  }

  /** Mean section scores of the audits of thirteen weeks by region, the worst first. */
  @Get('heat')
  @Requires('report.read')
  @ApiOperation({ summary: 'Regions by sections' })
  getHeat(@Context() ctx: Ctx): Promise<HeatResponse> {
    return this.heat.get(ctx);
  }
}

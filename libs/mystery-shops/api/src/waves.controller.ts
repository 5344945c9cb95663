import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page, WaveResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, SearchQuery } from '@wheelhouse/platform-http';
import { AssignShopsCommand } from './assign-shops.command.js';
import { CreateWaveCommand } from './create-wave.command.js';
import { AssignShopsDto, CreateWaveDto } from './dto/wave.dto.js';
import { ReleaseWaveCommand } from './release-wave.command.js';
import { WavesService } from './waves.service.js';

/** Rounds of mystery shops. */
@ApiTags('mystery shops')
@Controller('api/v1/waves')
export class WavesController {
  constructor(
    private readonly waves: WavesService,
    private readonly creating: CreateWaveCommand,
    private readonly assigning: AssignShopsCommand,
    private readonly releasing: ReleaseWaveCommand,
  ) {}

  /** All waves, newest window first. */
  @Get()
  @Requires('wave.manage')
  @ApiOperation({ summary: 'List waves, newest window first' })
  list(@Context() ctx: Ctx, @Query() query: SearchQuery): Promise<Page<WaveResponse>> {
    return this.waves.list(ctx, query);
  }

  /** Plans a wave. */
  @Post()
  @Requires('wave.manage')
  @ApiOperation({ summary: 'Plan a wave' })
  async create(@Context() ctx: Ctx, @Body() body: CreateWaveDto): Promise<WaveResponse> {
    return this.waves.get(ctx, await this.creating.run(ctx, body));
  }

  /** One wave with how far it is. */
  @Get(':id')
  @Requires('wave.manage')
  @ApiOperation({ summary: 'Read one wave' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<WaveResponse> {
    return this.waves.get(ctx, id);
  }

  /** Assigns who shops where, all or nothing. */
  @Post(':id/assignments')
  @Requires('wave.manage')
  @ApiOperation({ summary: 'Assign shops, all or nothing' })
  async assign(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: AssignShopsDto): Promise<WaveResponse> {
    await this.assigning.run(ctx, id, body);
    return this.waves.get(ctx, id);
  }

  /** Ends the embargo now. */
  @Post(':id/release')
  @HttpCode(200)
  @Requires('wave.manage')
  @ApiOperation({ summary: 'Release a wave by hand' })
  async release(@Context() ctx: Ctx, @IdParam() id: string): Promise<WaveResponse> {
    await this.releasing.run(ctx, id);
    return this.waves.get(ctx, id);
  }
}

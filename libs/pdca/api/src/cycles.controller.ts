import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CycleResponse, CycleSummary, ObjectiveResponse, Page } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, Versioned, versionOf } from '@wheelhouse/platform-http';
import { AdvanceCycleCommand } from './advance-cycle.command.js';
import { CycleReader } from './cycle.reader.js';
import { CyclesService } from './cycles.service.js';
import { AdvanceCycleDto, CreateCycleDto, ListCyclesQuery, UpdateCycleDto } from './dto/cycle.dto.js';
import { ObjectiveDto } from './dto/objective.dto.js';
import { ObjectivesService } from './objectives.service.js';

const OF_CYCLE = versionOf('cycles');

@ApiTags('cycles')
@Controller('api/v1/cycles')
export class CyclesController {
  constructor(
    private readonly reader: CycleReader,
    private readonly cycles: CyclesService,
    private readonly objectives: ObjectivesService,
    private readonly advancing: AdvanceCycleCommand,
  ) {}

  /** The cycles whose scope lies inside or above the caller's, newest first; `phase` narrows the list. */
  @Get()
  @Requires('cycle.read')
  @ApiOperation({ summary: 'Lists the PDCA cycles' })
  list(@Context() ctx: Ctx, @Query() query: ListCyclesQuery): Promise<Page<CycleSummary>> {
    return this.reader.list(ctx, query);
  }

  /** Answers the new cycle in the phase plan. */
  @Post()
  @HttpCode(201)
  @Requires('cycle.manage')
  @Versioned(OF_CYCLE)
  @ApiOperation({ summary: 'Opens a cycle over an org unit' })
  create(@Context() ctx: Ctx, @Body() body: CreateCycleDto): Promise<CycleResponse> {
    return this.cycles.create(ctx, body);
  }

  /** The cycle with its objectives' figures as they are now, its next gate and its passages. */
  @Get(':id')
  @Requires('cycle.read')
  @Versioned(OF_CYCLE)
  @ApiOperation({ summary: 'Reads a cycle' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<CycleResponse> {
    return this.reader.get(ctx, id);
  }

  /** Changes what the phase leaves open; 409 CYCLE.PHASE names the fields that it does not. */
  @Patch(':id')
  @Requires('cycle.manage')
  @Versioned(OF_CYCLE)
  @ApiOperation({ summary: 'Changes what the cycle’s phase leaves open' })
  update(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: UpdateCycleDto): Promise<CycleResponse> {
    return this.cycles.update(ctx, id, body);
  }

  /** Answers the objective with its baseline over the 8 weeks before the do phase; null when there was no audit. */
  @Post(':id/objectives')
  @HttpCode(201)
  @Requires('cycle.manage')
  @ApiOperation({ summary: 'Sets an objective and computes its baseline' })
  addObjective(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: ObjectiveDto): Promise<ObjectiveResponse> {
    return this.objectives.add(ctx, id, body);
  }

  /** 409 CYCLE.GATE lists every missing fact; 409 CONFLICT.STALE when somebody has passed the gate already. */
  @Post(':id/advance')
  @HttpCode(200)
  @Requires('cycle.manage')
  @Versioned(OF_CYCLE)
  @ApiOperation({ summary: 'Passes the gate to the next phase' })
  advance(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: AdvanceCycleDto): Promise<CycleResponse> {
    return this.advancing.execute(ctx, id, body);
  }
}

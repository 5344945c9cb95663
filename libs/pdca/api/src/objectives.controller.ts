import { Body, Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ObjectiveResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, Versioned, versionOf } from '@wheelhouse/platform-http';
import { DecideObjectiveDto, UpdateObjectiveDto } from './dto/objective.dto.js';
import { ObjectivesService } from './objectives.service.js';

const OF_OBJECTIVE = versionOf('objectives');

@ApiTags('cycles')
@Controller('api/v1/objectives')
export class ObjectivesController {
  constructor(private readonly objectives: ObjectivesService) {}

  /** In the plan only; another metric gets its own baseline. */
  @Patch(':id')
  @Requires('cycle.manage')
  @Versioned(OF_OBJECTIVE)
  @ApiOperation({ summary: 'Changes an objective' })
  update(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: UpdateObjectiveDto): Promise<ObjectiveResponse> {
    return this.objectives.update(ctx, id, body);
  }

  /** In the plan only. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('cycle.manage')
  @Versioned(OF_OBJECTIVE)
  @ApiOperation({ summary: 'Takes an objective out of the plan' })
  remove(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.objectives.remove(ctx, id);
  }

  /** In the plan only: from what is known now. */
  @Post(':id/baseline')
  @HttpCode(200)
  @Requires('cycle.manage')
  @Versioned(OF_OBJECTIVE)
  @ApiOperation({ summary: 'Computes the baseline anew' })
  baseline(@Context() ctx: Ctx, @IdParam() id: string): Promise<ObjectiveResponse> {
    return this.objectives.recomputeBaseline(ctx, id);
  }

  /** In the check phase only: fixes before and after, with the interval of the change and the control group. */
  @Post(':id/measure')
  @HttpCode(200)
  @Requires('cycle.manage')
  @Versioned(OF_OBJECTIVE)
  @ApiOperation({ summary: 'Measures the effect and fixes it' })
  measure(@Context() ctx: Ctx, @IdParam() id: string): Promise<ObjectiveResponse> {
    return this.objectives.measure(ctx, id);
  }

  /** In the act phase only: standardise, adjust or drop, with the reason. */
  @Post(':id/decide')
  @HttpCode(200)
  @Requires('cycle.manage')
  @Versioned(OF_OBJECTIVE)
  @ApiOperation({ summary: 'Decides what follows from an objective' })
  decide(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: DecideObjectiveDto): Promise<ObjectiveResponse> {
    return this.objectives.decide(ctx, id, body);
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JobResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, RequiresAny } from '@wheelhouse/platform-http';
import { TasksService } from './tasks.service.js';

@ApiTags('jobs')
@Controller('api/v1/jobs')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get(':id')
  @RequiresAny('report.make', 'org.manage')
  @ApiOperation({ summary: 'How far a long piece of work is' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<JobResponse> {
    return this.tasks.get(ctx, id);
  }
}

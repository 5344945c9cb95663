import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AssignmentResponse, Page } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires } from '@wheelhouse/platform-http';
import { AssignmentsService } from './assignments.service.js';
import { CancelAssignmentCommand } from './cancel-assignment.command.js';
import { CreateAssignmentCommand } from './create-assignment.command.js';
import { CreateAssignmentDto, ListAssignmentsDto } from './dto/assignment.dto.js';

/** Who must do which audit where, within which days. */
@ApiTags('assignments')
@Controller('api/v1/assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly creating: CreateAssignmentCommand,
    private readonly cancelling: CancelAssignmentCommand,
  ) {}

  /** Assignments that the caller may see; with `mine` those that wait for the caller. */
  @Get()
  @Requires('assignment.read')
  @ApiOperation({ summary: 'List assignments' })
  list(@Context() ctx: Ctx, @Query() query: ListAssignmentsDto): Promise<Page<AssignmentResponse>> {
    return this.assignments.list(ctx, query);
  }

  /** Asks for an audit at an outlet. Mystery shops are assigned through their wave. */
  @Post()
  @Requires('assignment.manage')
  @ApiOperation({ summary: 'Assign an audit' })
  async create(@Context() ctx: Ctx, @Body() body: CreateAssignmentDto): Promise<AssignmentResponse> {
    return this.assignments.get(ctx, await this.creating.run(ctx, body));
  }

  /** One assignment. */
  @Get(':id')
  @Requires('assignment.read')
  @ApiOperation({ summary: 'Read one assignment' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<AssignmentResponse> {
    return this.assignments.get(ctx, id);
  }

  /** Takes an assignment back while it waits. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('assignment.manage')
  @ApiOperation({ summary: 'Cancel an assignment' })
  async cancel(@Context() ctx: Ctx, @IdParam() id: string): Promise<AssignmentResponse> {
    await this.cancelling.run(ctx, id);
    return this.assignments.get(ctx, id);
  }
}

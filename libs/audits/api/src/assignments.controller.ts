import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AssignManyResponse, AssignmentResponse, CancelAssignmentsResponse, Page } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires } from '@wheelhouse/platform-http';
import { AssignManyCommand } from './assign-many.command.js';
import { AssignmentsService } from './assignments.service.js';
import { CancelAssignmentCommand } from './cancel-assignment.command.js';
import { CreateAssignmentCommand } from './create-assignment.command.js';
import { AssignManyDto, CancelAssignmentsDto, CreateAssignmentDto, ListAssignmentsDto } from './dto/assignment.dto.js';

/** Who must do which audit where, within which days. */
@ApiTags('assignments')
@Controller('api/v1/assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly creating: CreateAssignmentCommand,
    private readonly assigning: AssignManyCommand,
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

  /** Asks for the same audit at several outlets; says which were skipped and why. With `dryRun` nothing is written. */
  @Post('many')
  @HttpCode(200)
  @Requires('assignment.manage')
  @ApiOperation({ summary: 'Assign an audit at several outlets' })
  createMany(@Context() ctx: Ctx, @Body() body: AssignManyDto): Promise<AssignManyResponse> {
    return this.assigning.run(ctx, body);
  }

  /** Takes several assignments back; what waits no more stays as it is. */
  @Post('cancel')
  @HttpCode(200)
  @Requires('assignment.manage')
  @ApiOperation({ summary: 'Cancel several assignments' })
  cancelMany(@Context() ctx: Ctx, @Body() body: CancelAssignmentsDto): Promise<CancelAssignmentsResponse> {
    return this.cancelling.many(ctx, body.ids);
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

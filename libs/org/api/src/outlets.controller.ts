import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type {
  MoveOutletsResponse,
  OutletKindResponse,
  OutletPersonResponse,
  OutletResponse,
  Page,
  PlacementResponse,
} from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { AlsoNeeds, Context, IdParam, Requires, Versioned, versionOf } from '@wheelhouse/platform-http';
import { MoveDto } from './dto/org-units.dto.js';
import { CreateOutletDto, ListOutletsDto, MoveOutletsDto, UpdateOutletDto } from './dto/outlets.dto.js';
import { MoveOutletCommand } from './move-outlet.command.js';
import { MoveOutletsCommand } from './move-outlets.command.js';
import { OutletPeopleQuery } from './outlet-people.query.js';
import { OutletsService } from './outlets.service.js';
import { UpdateOutletCommand } from './update-outlet.command.js';

/** Routes on one outlet ask for `org.read`; the policy on the outlet then tells 404 (out of sight) from 403 (not allowed). */
const OF_OUTLET = versionOf('outlets');

@ApiTags('network')
@Controller('api/v1/outlets')
export class OutletsController {
  constructor(
    private readonly outlets: OutletsService,
    private readonly updateOutlet: UpdateOutletCommand,
    private readonly moveOutlet: MoveOutletCommand,
    private readonly moveOutlets: MoveOutletsCommand,
    private readonly people: OutletPeopleQuery,
  ) {}

  /** By code unless `sort` says otherwise, 50 on a page unless `limit` (1–200) says otherwise. */
  @Get()
  @Requires('org.read')
  @ApiOperation({ summary: 'The outlets in my scope' })
  list(@Context() ctx: Ctx, @Query() query: ListOutletsDto): Promise<Page<OutletResponse>> {
    return this.outlets.list(ctx, query);
  }

  /** What a filter or a form can offer. */
  @Get('kinds')
  @Requires('org.read')
  @ApiOperation({ summary: 'The kinds of outlets in use in my scope' })
  kinds(@Context() ctx: Ctx): Promise<OutletKindResponse[]> {
    return this.outlets.kinds(ctx);
  }

  /** 422 with one entry for each outlet that cannot be moved so; then none is. */
  @Post('move')
  @HttpCode(200)
  @Requires('org.manage')
  @ApiOperation({ summary: 'Move several outlets, or put them into a peer group: all or none' })
  moveMany(@Context() ctx: Ctx, @Body() body: MoveOutletsDto): Promise<MoveOutletsResponse> {
    return this.moveOutlets.run(ctx, body);
  }

  /** 409 for a taken code. */
  @Post()
  @Requires('org.manage')
  @Versioned(OF_OUTLET)
  @ApiOperation({ summary: 'Open an outlet' })
  create(@Context() ctx: Ctx, @Body() body: CreateOutletDto): Promise<OutletResponse> {
    return this.outlets.create(ctx, body);
  }

  /** 404 outside my scope. */
  @Get(':id')
  @Requires('org.read')
  @Versioned(OF_OUTLET)
  @ApiOperation({ summary: 'One outlet' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<OutletResponse> {
    return this.outlets.get(ctx, id);
  }

  /** `closedOn` is the first closed day; null opens the outlet again. */
  @Patch(':id')
  @Requires('org.read')
  @AlsoNeeds('org.manage')
  @Versioned(OF_OUTLET)
  @ApiOperation({ summary: 'Change an outlet, close it or open it again' })
  update(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: UpdateOutletDto): Promise<OutletResponse> {
    return this.updateOutlet.run(ctx, id, body);
  }

  /** 422 for a day before the present place began or in the future. */
  @Post(':id/move')
  @HttpCode(200)
  @Requires('org.read')
  @AlsoNeeds('org.manage')
  @Versioned(OF_OUTLET)
  @ApiOperation({ summary: 'Hang an outlet under another org unit from a day on; the days before keep the old place' })
  move(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: MoveDto): Promise<OutletResponse> {
    return this.moveOutlet.run(ctx, id, body);
  }

  /** Whoever sees the outlet sees name and role of those who answer for it: its own people, and supervisors above it. */
  @Get(':id/people')
  @Requires('org.read')
  @ApiOperation({ summary: 'Who answers for an outlet' })
  listPeople(@Context() ctx: Ctx, @IdParam() id: string): Promise<OutletPersonResponse[]> {
    return this.people.run(ctx, id);
  }

  /** Oldest first. */
  @Get(':id/placements')
  @Requires('org.read')
  @ApiOperation({ summary: 'Where an outlet hung, and when' })
  placements(@Context() ctx: Ctx, @IdParam() id: string): Promise<PlacementResponse[]> {
    return this.outlets.history(ctx, id);
  }
}

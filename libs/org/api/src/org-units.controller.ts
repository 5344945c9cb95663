import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OrgUnitResponse, PlacementResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { AlsoNeeds, Context, IdParam, Requires, Versioned, versionOf } from '@wheelhouse/platform-http';
import { CreateOrgUnitDto, MoveDto, UpdateOrgUnitDto } from './dto/org-units.dto.js';
import { MoveOrgUnitCommand } from './move-org-unit.command.js';
import { OrgUnitsService } from './org-units.service.js';

const OF_UNIT = versionOf('org_units');

/** Routes on one unit ask for `org.read`; the policy on the unit then tells 404 (out of sight) from 403 (not allowed). */
@ApiTags('network')
@Controller('api/v1/org-units')
export class OrgUnitsController {
  constructor(
    private readonly units: OrgUnitsService,
    private readonly moveUnit: MoveOrgUnitCommand,
  ) {}

  /** The part of the tree inside my scope. */
  @Get()
  @Requires('org.read')
  @ApiOperation({ summary: 'The part of the org tree inside my scope, parents before children' })
  list(@Context() ctx: Ctx): Promise<OrgUnitResponse[]> {
    return this.units.list(ctx);
  }

  /** 409 for a taken code. */
  @Post()
  @Requires('org.manage')
  @Versioned(OF_UNIT)
  @ApiOperation({ summary: 'Hang a new org unit under another one' })
  create(@Context() ctx: Ctx, @Body() body: CreateOrgUnitDto): Promise<OrgUnitResponse> {
    return this.units.create(ctx, body);
  }

  /** 404 outside my scope. */
  @Get(':id')
  @Requires('org.read')
  @Versioned(OF_UNIT)
  @ApiOperation({ summary: 'One org unit' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<OrgUnitResponse> {
    return this.units.get(ctx, id);
  }

  /** 409 for a taken code. */
  @Patch(':id')
  @Requires('org.read')
  @AlsoNeeds('org.manage')
  @Versioned(OF_UNIT)
  @ApiOperation({ summary: 'Change code, name or kind of an org unit' })
  update(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: UpdateOrgUnitDto): Promise<OrgUnitResponse> {
    return this.units.update(ctx, id, body);
  }

  /** 409 for the root and for a move below itself, 422 for a day out of range. */
  @Post(':id/move')
  @HttpCode(200)
  @Requires('org.read')
  @AlsoNeeds('org.manage')
  @Versioned(OF_UNIT)
  @ApiOperation({ summary: 'Hang an org unit under another one from a day on; the days before keep the old place' })
  move(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: MoveDto): Promise<OrgUnitResponse> {
    return this.moveUnit.run(ctx, id, body);
  }

  /** Oldest first; empty for the root. */
  @Get(':id/placements')
  @Requires('org.read')
  @ApiOperation({ summary: 'Where an org unit hung, and when' })
  placements(@Context() ctx: Ctx, @IdParam() id: string): Promise<PlacementResponse[]> {
    return this.units.history(ctx, id);
  }

  /** 409 when anything hangs or ever hung under it. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('org.read')
  @AlsoNeeds('org.manage')
  @Versioned(OF_UNIT)
  @ApiOperation({ summary: 'Remove an org unit that was never used' })
  remove(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.units.remove(ctx, id);
  }
}

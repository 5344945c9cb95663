import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PeerGroupResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, Versioned, versionOf } from '@wheelhouse/platform-http';
import { PeerGroupDto, UpdatePeerGroupDto } from './dto/peer-groups.dto.js';
import { PeerGroupsService } from './peer-groups.service.js';

const OF_GROUP = versionOf('peer_groups');

@ApiTags('network')
@Controller('api/v1/peer-groups')
export class PeerGroupsController {
  constructor(private readonly groups: PeerGroupsService) {}

  /** `outlets` counts the open ones in my scope. */
  @Get()
  @Requires('org.read')
  @ApiOperation({ summary: 'The groups in which outlets are compared' })
  list(@Context() ctx: Ctx): Promise<PeerGroupResponse[]> {
    return this.groups.list(ctx);
  }

  /** 409 for a taken code. */
  @Post()
  @Requires('org.manage')
  @Versioned(OF_GROUP)
  @ApiOperation({ summary: 'Make a peer group' })
  create(@Context() ctx: Ctx, @Body() body: PeerGroupDto): Promise<PeerGroupResponse> {
    return this.groups.create(ctx, body);
  }

  /** Everybody who reads outlets reads the groups. */
  @Get(':id')
  @Requires('org.read')
  @Versioned(OF_GROUP)
  @ApiOperation({ summary: 'One peer group' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<PeerGroupResponse> {
    return this.groups.get(ctx, id);
  }

  /** 409 for a taken code. */
  @Patch(':id')
  @Requires('org.manage')
  @Versioned(OF_GROUP)
  @ApiOperation({ summary: 'Change code or name of a peer group' })
  update(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: UpdatePeerGroupDto): Promise<PeerGroupResponse> {
    return this.groups.update(ctx, id, body);
  }

  /** 409 while outlets belong to it. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('org.manage')
  @Versioned(OF_GROUP)
  @ApiOperation({ summary: 'Remove an empty peer group' })
  remove(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.groups.remove(ctx, id);
  }
}

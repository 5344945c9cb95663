import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MemberResponse, Page } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, Versioned } from '@wheelhouse/platform-http';
import { CreateMemberDto, GrantDto, ListMembersQuery, UpdateMemberDto } from './dto/members.dto.js';
import { memberVersion } from './member-version.js';
import { MembersService } from './members.service.js';

@ApiTags('members')
@Controller('api/v1/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @Requires('member.read')
  @ApiOperation({ summary: 'Members by name, keyset-paged' })
  list(@Context() ctx: Ctx, @Query() query: ListMembersQuery): Promise<Page<MemberResponse>> {
    return this.members.list(ctx, query);
  }

  @Get(':id')
  @Requires('member.read')
  @Versioned(memberVersion)
  @ApiOperation({ summary: 'One member with role grants' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<MemberResponse> {
    return this.members.get(ctx, id);
  }

  @Post()
  @Requires('member.manage')
  @Versioned(memberVersion)
  @ApiOperation({ summary: 'Make an account and take its person into the tenant; who has one is invited' })
  create(@Context() ctx: Ctx, @Body() body: CreateMemberDto): Promise<MemberResponse> {
    return this.members.create(ctx, body);
  }

  @Patch(':id')
  @Requires('member.manage')
  @Versioned(memberVersion)
  @ApiOperation({ summary: 'Let a member work, or no longer' })
  update(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: UpdateMemberDto): Promise<MemberResponse> {
    return this.members.update(ctx, id, body);
  }

  @Post(':id/grants')
  @Requires('member.manage')
  @Versioned(memberVersion)
  @ApiOperation({ summary: 'Grant a role with its scope' })
  addGrant(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: GrantDto): Promise<MemberResponse> {
    return this.members.addGrant(ctx, id, body);
  }

  @Delete(':id/grants/:grantId')
  @Requires('member.manage')
  @Versioned(memberVersion)
  @ApiOperation({ summary: 'Take a role grant away' })
  removeGrant(
    @Context() ctx: Ctx,
    @IdParam() id: string,
    @IdParam('grantId') grantId: string,
  ): Promise<MemberResponse> {
    return this.members.removeGrant(ctx, id, grantId);
  }
}

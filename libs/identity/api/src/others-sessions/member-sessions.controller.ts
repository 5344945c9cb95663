import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MemberSessionResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, SessionOnly } from '@wheelhouse/platform-http';
import { MemberSessionsService } from './member-sessions.service.js';

@ApiTags('members')
@SessionOnly()
@Controller('api/v1/members/:id/sessions')
export class MemberSessionsController {
  constructor(private readonly sessions: MemberSessionsService) {}

  @Get()
  @Requires('member.manage')
  @ApiOperation({ summary: 'Where a member is signed in to this tenant, the last used first' })
  list(@Context() ctx: Ctx, @IdParam() id: string): Promise<MemberSessionResponse[]> {
    return this.sessions.list(ctx, id);
  }

  @Delete()
  @Requires('member.manage')
  @HttpCode(204)
  @ApiOperation({ summary: 'End them: the member signs in anew to come here again; other tenants are not touched' })
  end(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.sessions.end(ctx, id);
  }
}

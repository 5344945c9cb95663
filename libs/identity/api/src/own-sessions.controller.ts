import { Controller, Delete, Get, HttpCode, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OwnSessionResponse } from '@wheelhouse/contracts';
import {
  OwnAccount,
  IdParam,
  ProvenLately,
  type RequestWithContext,
  SignedIn,
  WithoutTransaction,
} from '@wheelhouse/platform-http';
import type { FastifyReply } from 'fastify';
import { AccountService } from './account.service.js';
import { EndSessionsQuery } from './dto/auth.dto.js';

@ApiTags('auth')
@OwnAccount()
@Controller('api/v1/auth/sessions')
export class OwnSessionsController {
  constructor(private readonly account: AccountService) {}

  @Get()
  @SignedIn()
  @WithoutTransaction()
  @ApiOperation({ summary: 'My live sessions, the last used first' })
  list(@Req() request: RequestWithContext): Promise<OwnSessionResponse[]> {
    return this.account.sessionsOf(request);
  }

  @Delete(':id')
  @SignedIn()
  @ProvenLately()
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of my sessions' })
  end(@IdParam() id: string, @Req() request: RequestWithContext): Promise<void> {
    return this.account.endSession(request, id);
  }

  @Delete()
  @SignedIn()
  @ProvenLately()
  @HttpCode(204)
  @ApiOperation({ summary: 'End all my sessions, or all but this one (?others=true)' })
  endAll(
    @Query() query: EndSessionsQuery,
    @Req() request: RequestWithContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.account.endSessions(request, reply, query.others === 'true');
  }
}

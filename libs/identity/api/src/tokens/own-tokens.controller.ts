import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccessTokenResponse, AccessTokenWithSecret, CurrentTokenResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import {
  Context,
  IdParam,
  ProvenLately,
  type RequestWithContext,
  SignedIn,
  TakesTokens,
} from '@wheelhouse/platform-http';
import { AccessTokensService } from './access-tokens.service.js';
import { CreateTokenDto } from './tokens.dto.js';

@ApiTags('tokens')
@Controller('api/v1/auth')
export class OwnTokensController {
  constructor(private readonly tokens: AccessTokensService) {}

  @Get('token')
  @SignedIn()
  @TakesTokens()
  @ApiOperation({ summary: 'The token that asks: whose it is and what it may' })
  current(@Context() ctx: Ctx, @Req() request: RequestWithContext): Promise<CurrentTokenResponse> {
    return this.tokens.current(ctx, request);
  }

  @Get('tokens')
  @SignedIn()
  @ApiOperation({ summary: 'My personal tokens in this tenant, newest first' })
  list(@Context() ctx: Ctx): Promise<AccessTokenResponse[]> {
    return this.tokens.listOwn(ctx);
  }

  @Post('tokens')
  @SignedIn()
  @ProvenLately()
  @ApiOperation({ summary: 'Make a personal token; the answer is the only time that it is told' })
  create(@Context() ctx: Ctx, @Body() body: CreateTokenDto): Promise<AccessTokenWithSecret> {
    return this.tokens.createOwn(ctx, body);
  }

  @Delete('tokens/:id')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke one of my tokens; it ends at once' })
  revoke(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.tokens.revokeOwn(ctx, id);
  }
}

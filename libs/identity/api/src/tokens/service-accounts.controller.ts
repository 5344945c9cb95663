import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccessTokenWithSecret, ServiceAccountResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, ProvenLately, Requires, SessionOnly } from '@wheelhouse/platform-http';
import { ServiceAccountsService } from './service-accounts.service.js';
import { CreateServiceAccountDto, CreateTokenDto, UpdateServiceAccountDto } from './tokens.dto.js';

@ApiTags('tokens')
@SessionOnly()
@Controller('api/v1/service-accounts')
export class ServiceAccountsController {
  constructor(private readonly accounts: ServiceAccountsService) {}

  @Get()
  @Requires('member.manage')
  @ApiOperation({ summary: 'Service accounts by name (at most 50), each with grants and tokens' })
  list(@Context() ctx: Ctx): Promise<ServiceAccountResponse[]> {
    return this.accounts.list(ctx);
  }

  @Post()
  @Requires('member.manage')
  @ApiOperation({ summary: 'Make a service account' })
  create(@Context() ctx: Ctx, @Body() body: CreateServiceAccountDto): Promise<ServiceAccountResponse> {
    return this.accounts.create(ctx, body);
  }

  @Put(':id')
  @Requires('member.manage')
  @ApiOperation({ summary: 'Set name, status and grants of a service account' })
  update(
    @Context() ctx: Ctx,
    @IdParam() id: string,
    @Body() body: UpdateServiceAccountDto,
  ): Promise<ServiceAccountResponse> {
    return this.accounts.update(ctx, id, body);
  }

  @Post(':id/tokens')
  @Requires('member.manage')
  @ProvenLately()
  @ApiOperation({ summary: 'Make a token of a service account; the answer is the only time that it is told' })
  createToken(
    @Context() ctx: Ctx,
    @IdParam() id: string,
    @Body() body: CreateTokenDto,
  ): Promise<AccessTokenWithSecret> {
    return this.accounts.createToken(ctx, id, body);
  }
}

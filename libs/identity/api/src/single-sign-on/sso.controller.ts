import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FoundProviderResponse, StartSsoResponse } from '@wheelhouse/contracts';
import { Public, type RequestWithContext } from '@wheelhouse/platform-http';
import type { FastifyReply } from 'fastify';
import { AccountService } from '../account.service.js';
import { FindProviderDto, StartSsoDto } from './single-sign-on.dto.js';

@ApiTags('sign-in')
@Public()
@Controller('api/v1/auth/sso')
export class SsoController {
  constructor(private readonly account: AccountService) {}

  @Post('find')
  @HttpCode(200)
  @ApiOperation({ summary: 'Which organisation signs in at its own provider, by short name or e-mail address' })
  find(@Body() body: FindProviderDto, @Req() request: RequestWithContext): Promise<FoundProviderResponse> {
    return this.account.findProvider(body.hint, request);
  }

  @Post('start')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin to sign in at the provider: where the browser goes' })
  start(
    @Body() body: StartSsoDto,
    @Req() request: RequestWithContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StartSsoResponse> {
    return this.account.startSso(body, request, reply);
  }

  @Get('callback')
  @HttpCode(303)
  @ApiOperation({ summary: 'Back from the provider: signs in and goes on to the app' })
  callback(@Req() request: RequestWithContext, @Res() reply: FastifyReply): Promise<void> {
    return this.account.finishSso(request, reply);
  }

  @Get('callback/:id')
  @HttpCode(303)
  @ApiOperation({ summary: 'The same, at the address of one tenant’s provider' })
  callbackOf(@Req() request: RequestWithContext, @Res() reply: FastifyReply): Promise<void> {
    return this.account.finishSso(request, reply);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignInProviderResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, ProvenLately, Requires, SessionOnly } from '@wheelhouse/platform-http';
import { SignInProviderDto } from './single-sign-on.dto.js';
import { SignInProviderService } from './sign-in-provider.service.js';

@ApiTags('sign-in')
@SessionOnly()
@Controller('api/v1/sign-in-provider')
export class SignInProviderController {
  constructor(private readonly provider: SignInProviderService) {}

  @Get()
  @Requires('member.manage')
  @ApiOperation({ summary: 'The tenant’s own OpenID Connect provider' })
  get(@Context() ctx: Ctx): Promise<SignInProviderResponse> {
    return this.provider.get(ctx);
  }

  @Put()
  @Requires('member.manage')
  @ProvenLately()
  @ApiOperation({ summary: 'Set the provider; its issuer is asked first' })
  set(@Context() ctx: Ctx, @Body() body: SignInProviderDto): Promise<SignInProviderResponse> {
    return this.provider.set(ctx, body);
  }

  @Delete()
  @Requires('member.manage')
  @ProvenLately()
  @HttpCode(204)
  @ApiOperation({ summary: 'Go on without a provider' })
  remove(@Context() ctx: Ctx): Promise<void> {
    return this.provider.remove(ctx);
  }
}

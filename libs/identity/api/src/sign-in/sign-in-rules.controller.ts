import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignInRulesResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, ProvenLately, Requires, SessionOnly } from '@wheelhouse/platform-http';
import { SignInRulesDto } from './sign-in.dto.js';
import { SignInRulesService } from './sign-in-rules.service.js';

@ApiTags('sign-in')
@SessionOnly()
@Controller('api/v1')
export class SignInRulesController {
  constructor(private readonly rules: SignInRulesService) {}

  @Get('sign-in-rules')
  @Requires('member.manage')
  @ApiOperation({ summary: 'What this tenant asks of whoever signs in' })
  get(@Context() ctx: Ctx): Promise<SignInRulesResponse> {
    return this.rules.get(ctx);
  }

  @Put('sign-in-rules')
  @Requires('member.manage')
  @ProvenLately()
  @ApiOperation({ summary: 'Ask for a second factor, or no longer; sessions without one end at once' })
  set(@Context() ctx: Ctx, @Body() body: SignInRulesDto): Promise<SignInRulesResponse> {
    return this.rules.set(ctx, body);
  }

  @Delete('members/:id/second-factor')
  @Requires('member.manage')
  @ProvenLately()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the lost second factor of a member away; a mail tells the person' })
  reset(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.rules.reset(ctx, id);
  }
}

import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EnrolledLoginResponse, EnrolmentResponse, LoginResponse, RefreshResponse } from '@wheelhouse/contracts';
import { Public, type RequestWithContext } from '@wheelhouse/platform-http';
import type { FastifyReply } from 'fastify';
import { AccountService } from '../account.service.js';
import { RefreshService } from './refresh.service.js';
import { EnrolStepDto, RefreshDto, SecondStepDto } from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('sign-in')
@Public()
@Controller('api/v1/auth')
export class SignInStepsController {
  constructor(
    private readonly account: AccountService,
    private readonly signIn: SignInService,
    private readonly tokens: RefreshService,
  ) {}

  @Post('login/second-factor')
  @HttpCode(200)
  @ApiOperation({ summary: 'The second step of a sign-in: a code of the authenticator app, or a recovery code' })
  prove(
    @Body() body: SecondStepDto,
    @Req() request: RequestWithContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoginResponse> {
    return this.account.proveSecondFactor(body, request, reply);
  }

  @Post('login/enrol')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin to set up the second factor that an organisation asks for' })
  enrol(@Body() body: EnrolStepDto): Promise<EnrolmentResponse> {
    return this.signIn.enrol(body.stepToken);
  }

  @Post('login/enrol/confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm the new second factor with its first code, and be signed in' })
  confirm(
    @Body() body: SecondStepDto,
    @Req() request: RequestWithContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolledLoginResponse> {
    return this.account.confirmEnrolment(body, request, reply);
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({ summary: 'A new pair of tokens for a program; the refresh token given is spent' })
  refresh(@Body() body: RefreshDto, @Req() request: RequestWithContext): Promise<RefreshResponse> {
    return this.tokens.refresh(body.refreshToken, request.ip);
  }
}

import { Body, Controller, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionResponse, SignInResponse } from '@wheelhouse/contracts';
import { OwnAccount, Public, type RequestWithContext, SignedIn, WithoutTransaction } from '@wheelhouse/platform-http';
import type { FastifyReply } from 'fastify';
import { AccountService } from './account.service.js';
import { ChangePasswordDto, LoginDto, SwitchTenantDto, UpdateMeDto } from './dto/auth.dto.js';

@ApiTags('auth')
@Controller('api/v1/auth')
export class AuthController {
  constructor(private readonly account: AccountService) {}

  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Sign in: a short bearer token and a refresh token for programs, a cookie for browsers; or the second step',
  })
  login(
    @Body() body: LoginDto,
    @Req() request: RequestWithContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInResponse> {
    return this.account.login(body, request, reply);
  }

  @Post('logout')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'End this session' })
  logout(@Req() request: RequestWithContext, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.account.logout(request, reply);
  }

  @Get('session')
  @SignedIn()
  @WithoutTransaction()
  @ApiOperation({ summary: 'Who I am, where I am, what I may' })
  session(@Req() request: RequestWithContext): Promise<SessionResponse> {
    return this.account.session(request);
  }

  @Post('tenant')
  @OwnAccount()
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on in another of my tenants' })
  switchTenant(@Body() body: SwitchTenantDto, @Req() request: RequestWithContext): Promise<SessionResponse> {
    return this.account.switchTenant(request, body.tenantId);
  }

  @Patch('me')
  @SignedIn()
  @ApiOperation({ summary: 'Change my name or language' })
  updateMe(@Body() body: UpdateMeDto, @Req() request: RequestWithContext): Promise<SessionResponse> {
    return this.account.updateMe(request, body);
  }

  @Post('password')
  @OwnAccount()
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Change my password; every other session of mine ends' })
  changePassword(@Body() body: ChangePasswordDto, @Req() request: RequestWithContext): Promise<void> {
    return this.account.changePassword(request, body);
  }
}

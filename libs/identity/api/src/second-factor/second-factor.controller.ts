import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EnrolmentResponse, RecoveryCodesResponse, SecondFactorResponse } from '@wheelhouse/contracts';
import { OwnAccount, type RequestWithContext, SignedIn, WithoutTransaction } from '@wheelhouse/platform-http';
import { signedIn } from '../account.service.js';
import { BeginEnrolmentDto, ConfirmEnrolmentDto, ProveBothDto } from '../sign-in/sign-in.dto.js';
import { SecondFactorsService } from './second-factors.service.js';

@ApiTags('sign-in')
@OwnAccount()
@Controller('api/v1/auth/second-factor')
export class SecondFactorController {
  constructor(private readonly factors: SecondFactorsService) {}

  @Get()
  @SignedIn()
  @WithoutTransaction()
  @ApiOperation({ summary: 'Whether I have a second factor' })
  state(@Req() request: RequestWithContext): Promise<SecondFactorResponse> {
    return this.factors.state(signedIn(request).personId);
  }

  @Post()
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin to set one up: a secret for an authenticator app, also as a QR code' })
  begin(@Body() body: BeginEnrolmentDto, @Req() request: RequestWithContext): Promise<EnrolmentResponse> {
    return this.factors.begin(signedIn(request), body.password);
  }

  @Post('confirm')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm it with its first code; answers the recovery codes, once' })
  confirm(@Body() body: ConfirmEnrolmentDto, @Req() request: RequestWithContext): Promise<RecoveryCodesResponse> {
    return this.factors.confirm(signedIn(request), body.code);
  }

  @Post('recovery-codes')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ten new recovery codes; the old ones end' })
  renewCodes(@Body() body: ProveBothDto, @Req() request: RequestWithContext): Promise<RecoveryCodesResponse> {
    return this.factors.renewCodes(signedIn(request), body);
  }

  @Post('disable')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Switch it off, with password and code' })
  disable(@Body() body: ProveBothDto, @Req() request: RequestWithContext): Promise<void> {
    return this.factors.disable(signedIn(request), body);
  }
}

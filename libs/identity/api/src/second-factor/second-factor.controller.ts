import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EnrolmentResponse, RecoveryCodesResponse, SecondFactorResponse } from '@wheelhouse/contracts';
import {
  OwnAccount,
  ProvenLately,
  type RequestWithContext,
  SignedIn,
  WithoutTransaction,
} from '@wheelhouse/platform-http';
import { signedIn } from '../signed-in.js';
import { ConfirmEnrolmentDto } from '../sign-in/sign-in.dto.js';
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
  @ProvenLately()
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin to set one up: a secret for an authenticator app, also as a QR code' })
  begin(@Req() request: RequestWithContext): Promise<EnrolmentResponse> {
    return this.factors.begin(signedIn(request).personId);
  }

  @Post('confirm')
  @SignedIn()
  @ProvenLately()
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm it with its first code; answers the recovery codes, once' })
  confirm(@Body() body: ConfirmEnrolmentDto, @Req() request: RequestWithContext): Promise<RecoveryCodesResponse> {
    return this.factors.confirm(signedIn(request), body.code);
  }

  @Post('recovery-codes')
  @SignedIn()
  @ProvenLately()
  @HttpCode(200)
  @ApiOperation({ summary: 'Ten new recovery codes; the old ones end' })
  renewCodes(@Req() request: RequestWithContext): Promise<RecoveryCodesResponse> {
    return this.factors.renewCodes(signedIn(request));
  }

  @Post('disable')
  @SignedIn()
  @ProvenLately()
  @HttpCode(204)
  @ApiOperation({ summary: 'Switch it off' })
  disable(@Req() request: RequestWithContext): Promise<void> {
    return this.factors.disable(signedIn(request));
  }
}

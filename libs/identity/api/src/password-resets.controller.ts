import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PasswordResetView } from '@wheelhouse/contracts';
import { Public, type RequestWithContext } from '@wheelhouse/platform-http';
import { PasswordResetTokenDto, RequestPasswordResetDto, UsePasswordResetDto } from './dto/password-resets.dto.js';
import { PasswordResetsService } from './password-resets.service.js';

@ApiTags('auth')
@Controller('api/v1/auth/password-resets')
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResetsService) {}

  @Post()
  @Public()
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for a link for a new password; answered alike for every e-mail' })
  request(@Body() body: RequestPasswordResetDto, @Req() request: RequestWithContext): Promise<void> {
    return this.resets.request(body.email, request.ip);
  }

  @Post('look')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Whose password a link changes' })
  look(@Body() body: PasswordResetTokenDto): Promise<PasswordResetView> {
    return this.resets.look(body.token);
  }

  @Post('use')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Set the new password, once; every session of the person ends' })
  use(@Body() body: UsePasswordResetDto, @Req() request: RequestWithContext): Promise<void> {
    return this.resets.use(body.token, body.newPassword, request.ip);
  }
}

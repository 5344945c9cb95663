import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ProofResponse } from '@wheelhouse/contracts';
import { OwnAccount, type RequestWithContext, SignedIn, WithoutTransaction } from '@wheelhouse/platform-http';
import { ProveDto } from './proof.dto.js';
import { ProofService } from './proof.service.js';

@ApiTags('auth')
@Controller('api/v1/auth/proof')
export class ProofController {
  constructor(private readonly proof: ProofService) {}

  @Get()
  @SignedIn()
  @WithoutTransaction()
  @ApiOperation({ summary: 'How I prove anew who I am, and until when the last proof counts' })
  state(@Req() request: RequestWithContext): Promise<ProofResponse> {
    return this.proof.state(request);
  }

  @Post()
  @OwnAccount()
  @SignedIn()
  @WithoutTransaction()
  @HttpCode(204)
  @ApiOperation({ summary: 'Prove anew who I am, for what guards the account: it counts for ten minutes' })
  prove(@Body() body: ProveDto, @Req() request: RequestWithContext): Promise<void> {
    return this.proof.prove(request, body);
  }
}

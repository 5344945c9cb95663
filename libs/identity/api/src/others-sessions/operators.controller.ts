import { Controller, Delete, Get, HttpCode, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OperatorResponse } from '@wheelhouse/contracts';
import { IdParam, OperatorOnly, ProvenLately, type RequestWithContext } from '@wheelhouse/platform-http';
import { OperatorsService } from './operators.service.js';

@ApiTags('tenants')
@Controller('api/v1/operators')
export class OperatorsController {
  constructor(private readonly operators: OperatorsService) {}

  @Get()
  @OperatorOnly()
  @ApiOperation({ summary: 'The operators of the installation, and where each is signed in' })
  list(@Req() request: RequestWithContext): Promise<OperatorResponse[]> {
    return this.operators.list(request);
  }

  @Delete(':id/sessions')
  @OperatorOnly()
  @ProvenLately()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign an operator out everywhere; oneself everywhere else' })
  end(@IdParam() id: string, @Req() request: RequestWithContext): Promise<void> {
    return this.operators.end(request, id);
  }
}

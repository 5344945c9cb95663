import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@wheelhouse/kernel';
import { Public } from '@wheelhouse/platform-http';
import { Readiness } from './readiness.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({
    summary: 'All is usable: the database answers, its schema holds all that this build expects, and the process stays',
  })
  async ready(): Promise<{ status: 'ok' }> {
    if ((await this.readiness.problems()).length > 0) throw new DomainError('SERVER.UNAVAILABLE');
    return { status: 'ok' };
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { migrations } from '@wheelhouse/migrations';
import { schemaProblems } from '@wheelhouse/platform-db';
import { DomainError } from '@wheelhouse/kernel';
import { Public } from '@wheelhouse/platform-http';
import { DataSource } from 'typeorm';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'All is usable: the database answers and its schema is the one that this build expects' })
  async ready(): Promise<{ status: 'ok' }> {
    const problems = await schemaProblems(this.source, migrationNames()).catch(() => ['database']);
    if (problems.length > 0) throw new DomainError('SERVER.UNAVAILABLE');
    return { status: 'ok' };
  }
}

/** Names of the migrations that this build expects to be applied. */
export const migrationNames = (): string[] => migrations.map((migration) => migration.name);

import { Controller, Delete, Get, HttpCode, Post, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { TenantExportResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires } from '@wheelhouse/platform-http';
import { TenantExportsService } from './tenant-exports.service.js';

@ApiTags('tenant-exports')
@Controller('api/v1/tenant-exports')
@Requires('tenant.export')
export class TenantExportsController {
  constructor(private readonly exports: TenantExportsService) {}

  @Get()
  @ApiOperation({ summary: 'The archives that were asked for, newest first; they are kept for 14 days' })
  list(@Context() ctx: Ctx): Promise<TenantExportResponse[]> {
    return this.exports.list(ctx);
  }

  /** 409 `EXPORT.RUNNING` while one is being made. */
  @Post()
  @ApiOperation({ summary: 'Ask for an archive of everything that the organisation has' })
  request(@Context() ctx: Ctx): Promise<TenantExportResponse> {
    return this.exports.request(ctx);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far an archive is' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<TenantExportResponse> {
    return this.exports.get(ctx, id);
  }

  /** 409 `EXPORT.NOT_READY` before it is finished. */
  @Get(':id/file')
  @ApiProduces('application/zip')
  @ApiOperation({ summary: 'Fetch the archive (ZIP)' })
  file(@Context() ctx: Ctx, @IdParam() id: string): Promise<StreamableFile> {
    return this.exports.file(ctx, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Throw an archive away' })
  remove(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.exports.remove(ctx, id);
  }
}

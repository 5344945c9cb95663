import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IMPORT_TYPES } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, Requires } from '@wheelhouse/platform-http';
import { ExportOutletsDto } from './export.dto.js';
import { ExportOutletsQuery } from './export-outlets.query.js';

/** Outlets as files. The codes of the columns are stable, and new columns come last: programs may read them. */
@ApiTags('network')
@Controller('api/v1/outlets')
export class ExportController {
  constructor(private readonly exportOutlets: ExportOutletsQuery) {}

  /** UTF-8 with a byte-order mark, RFC 4180; no cell can become a formula. 422 for more than 10,000 outlets. */
  @Get('export.csv')
  @Header('Content-Type', `${IMPORT_TYPES.csv}; charset=utf-8`)
  @Header('Content-Disposition', 'attachment; filename="outlets.csv"')
  @ApiProduces(IMPORT_TYPES.csv)
  @Requires('org.read')
  @ApiOperation({ summary: 'The outlets in my scope as CSV' })
  csv(@Context() ctx: Ctx, @Query() query: ExportOutletsDto): Promise<Buffer> {
    return this.exportOutlets.run(ctx, 'csv', query);
  }

  /** Real dates and numbers under a frozen row of headings; a second sheet explains the columns in both languages. */
  @Get('export.xlsx')
  @Header('Content-Type', IMPORT_TYPES.xlsx)
  @Header('Content-Disposition', 'attachment; filename="outlets.xlsx"')
  @ApiProduces(IMPORT_TYPES.xlsx)
  @Requires('org.read')
  @ApiOperation({ summary: 'The outlets in my scope as an Excel workbook' })
  xlsx(@Context() ctx: Ctx, @Query() query: ExportOutletsDto): Promise<Buffer> {
    return this.exportOutlets.run(ctx, 'xlsx', query);
  }
}

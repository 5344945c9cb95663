import { Body, Controller, Get, Header, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  IMPORT_FORMATS,
  IMPORT_MAX_BYTES,
  IMPORT_TYPES,
  type OutletImportResponse,
  type OutletImportRows,
  type Page,
} from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import {
  Context,
  IdParam,
  isClean,
  RawFile,
  type RawFileBody,
  Requires,
  TakesRawFile,
} from '@wheelhouse/platform-http';
import { ApplyImportDto, ListImportRowsDto, ListImportsDto } from './outlet-imports.dto.js';
import { OutletImportsService } from './outlet-imports.service.js';

const TYPES = Object.values(IMPORT_TYPES);

/** Imports of outlets. One that is not mine, nor my tenant's to manage, does not exist for me (404). */
@ApiTags('network')
@Controller('api/v1/outlet-imports')
export class OutletImportsController {
  constructor(private readonly imports: OutletImportsService) {}

  /**
   * The body is the file itself, at most 10 MB and 5,000 rows. A worker then checks every row; nothing is written to the
   * network before `apply`. 415 for another type, 422 with the reason for a file that cannot be imported.
   */
  @Post()
  @Requires('org.manage')
  @TakesRawFile({
    types: TYPES,
    maxBytes: IMPORT_MAX_BYTES,
    refusals: { type: 'IMPORT.TYPE', size: 'IMPORT.TOO_LARGE' },
  })
  @ApiOperation({ summary: 'Send a file of outlets to be checked' })
  @ApiConsumes(...TYPES)
  @ApiHeader({ name: 'X-File-Name', required: true, description: 'Name of the file, percent-encoded' })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  start(
    @Context() ctx: Ctx,
    @RawFile() file: RawFileBody,
    @Headers('x-file-name') name?: string,
  ): Promise<OutletImportResponse> {
    const format = IMPORT_FORMATS.find((one) => IMPORT_TYPES[one] === file.type) ?? 'csv';
    return this.imports.start(ctx, { bytes: file.bytes, format, fileName: fileNameOf(name) });
  }

  /** Newest first, 20 on a page unless `limit` (1–200) says otherwise. */
  @Get()
  @Requires('org.manage')
  @ApiOperation({ summary: 'The imports that I may see' })
  list(@Context() ctx: Ctx, @Query() query: ListImportsDto): Promise<Page<OutletImportResponse>> {
    return this.imports.list(ctx, query);
  }

  /** Status, progress of the step that runs, and the counts by outcome. */
  @Get(':id')
  @Requires('org.manage')
  @ApiOperation({ summary: 'One import' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<OutletImportResponse> {
    return this.imports.get(ctx, id);
  }

  /** In the order of the file, 100 on a page unless `limit` (1–200) says otherwise. */
  @Get(':id/rows')
  @Requires('org.manage')
  @ApiOperation({ summary: 'What the dry run found, row by row' })
  rows(@Context() ctx: Ctx, @IdParam() id: string, @Query() query: ListImportRowsDto): Promise<OutletImportRows> {
    return this.imports.listRows(ctx, id, query);
  }

  /** The wrong rows as they were sent, with the reasons in the reader’s language. */
  @Get(':id/problems.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="problems.csv"')
  @Requires('org.manage')
  @ApiOperation({ summary: 'The wrong rows, to be mended in a spreadsheet' })
  problems(@Context() ctx: Ctx, @IdParam() id: string): Promise<string> {
    return this.imports.problemsCsv(ctx, id);
  }

  /** 409 while rows are wrong (unless `skipWrong`), or when one of the outlets was changed since the dry run. */
  @Post(':id/apply')
  @HttpCode(202)
  @Requires('org.manage')
  @ApiOperation({ summary: 'Write the import into the network, all of it or nothing' })
  apply(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: ApplyImportDto): Promise<OutletImportResponse> {
    return this.imports.apply(ctx, id, body);
  }

  /** At any time before it is over; what is being written is undone. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('org.manage')
  @ApiOperation({ summary: 'Cancel an import' })
  cancel(@Context() ctx: Ctx, @IdParam() id: string): Promise<OutletImportResponse> {
    return this.imports.cancel(ctx, id);
  }
}

/** Throws `IMPORT.FILE_NAME` for a name that is missing, too long or hostile. */
function fileNameOf(header: string | undefined): string {
  try {
    const name = decodeURIComponent(header ?? '').trim();
    if (name !== '' && name.length <= 200 && isClean(name)) return name;
  } catch {
    // refused below
  }
  throw new DomainError('IMPORT.FILE_NAME');
}

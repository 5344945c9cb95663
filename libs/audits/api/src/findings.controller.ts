import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FindingResponse, FindingSummaryResponse, Page } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, Requires } from '@wheelhouse/platform-http';
import { FindingFilterDto, ListFindingsDto } from './dto/finding.dto.js';
import { FindingsService } from './findings.service.js';

/** What failed in published audits, across outlets and standards. */
@ApiTags('findings')
@Controller('api/v1/findings')
export class FindingsController {
  constructor(private readonly findings: FindingsService) {}

  /** Findings of audits that the caller may read, newest visit first. */
  @Get()
  @Requires('audit.read')
  @ApiOperation({ summary: 'List findings, newest visit first' })
  list(@Context() ctx: Ctx, @Query() query: ListFindingsDto): Promise<Page<FindingResponse>> {
    return this.findings.list(ctx, query);
  }

  /** What fails most, by item. */
  @Get('summary')
  @Requires('audit.read')
  @ApiOperation({ summary: 'Count findings by item, most frequent first' })
  summary(@Context() ctx: Ctx, @Query() query: FindingFilterDto): Promise<FindingSummaryResponse> {
    return this.findings.summary(ctx, query);
  }

  /** All findings that the filter leaves; column codes are stable. The export is written to the audit trail. */
  @Get('rows.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="findings.csv"')
  @Requires('audit.read')
  @ApiOperation({ summary: 'Findings as CSV' })
  export(@Context() ctx: Ctx, @Query() query: FindingFilterDto): Promise<string> {
    return this.findings.csv(ctx, query);
  }
}

import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type {
  EditionTableResponse,
  JobResponse,
  MyRankingResponse,
  Page,
  RankingRow,
  ReportResponse,
  ReportSummary,
} from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires } from '@wheelhouse/platform-http';
import {
  LatestReportDto,
  ListRankingRowsDto,
  ListReportsDto,
  MakeReportDto,
  RankingRowFilterDto,
  StandingsDto,
} from './dto/reports.dto.js';
import { ReportRowsService } from './report-rows.service.js';
import { ReportsService } from './reports.service.js';
import { RequestReportCommand } from './request-report.command.js';

/** Weekly reports. An edition outside my scope does not exist for me (404). */
@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly rows: ReportRowsService,
    private readonly requestReport: RequestReportCommand,
  ) {}

  /** Newest period first, 50 on a page unless `limit` (1–200) says otherwise. */
  @Get()
  @Requires('report.read')
  @ApiOperation({ summary: 'The editions in my scope' })
  list(@Context() ctx: Ctx, @Query() query: ListReportsDto): Promise<Page<ReportSummary>> {
    return this.reports.list(ctx, query);
  }

  /** Without an audience: the widest that I may read; for a supervisor the own region. 404 before there is one. */
  @Get('latest')
  @Requires('report.read')
  @ApiOperation({ summary: 'The newest edition' })
  latest(@Context() ctx: Ctx, @Query() query: LatestReportDto): Promise<ReportResponse> {
    return this.reports.latest(ctx, query);
  }

  /** Rows of the tenant's newest edition, of no outlet but mine. */
  @Get('mine')
  @Requires('report.read')
  @ApiOperation({ summary: 'How the outlets stand that I answer for' })
  mine(@Context() ctx: Ctx): Promise<MyRankingResponse> {
    return this.reports.mine(ctx);
  }

  /** Outlets outside my scope, or without a row, are left out. */
  @Get('standings')
  @Requires('report.read')
  @ApiOperation({ summary: 'How these outlets stand in the newest edition' })
  standings(@Context() ctx: Ctx, @Query() query: StandingsDto): Promise<MyRankingResponse> {
    return this.reports.standings(ctx, query.outletIds);
  }

  @Get(':id')
  @Requires('report.read')
  @ApiOperation({ summary: 'One edition' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<ReportResponse> {
    return this.reports.get(ctx, id);
  }

  /** By rank, 100 on a page unless `limit` (1–500) says otherwise. */
  @Get(':id/rows')
  @Requires('report.read')
  @ApiOperation({ summary: 'The ranked table of an edition' })
  listRows(@Context() ctx: Ctx, @IdParam() id: string, @Query() query: ListRankingRowsDto): Promise<Page<RankingRow>> {
    return this.rows.page(ctx, id, query);
  }

  /** One answer of at most 10,000 rows with what the table shows; the rest of a row is at `rows/:outletId`. */
  @Get(':id/table')
  @Requires('report.read')
  @ApiOperation({ summary: 'The whole ranked table of an edition, compact' })
  table(@Context() ctx: Ctx, @IdParam() id: string): Promise<EditionTableResponse> {
    return this.rows.table(ctx, id);
  }

  /** Sources with their shares, coverage, red lines, percentile: what the figures of an outlet are made of. */
  @Get(':id/rows/:outletId')
  @Requires('report.read')
  @ApiOperation({ summary: 'Everything that an edition says of one outlet' })
  row(@Context() ctx: Ctx, @IdParam() id: string, @IdParam('outletId') outletId: string): Promise<RankingRow> {
    return this.rows.one(ctx, id, outletId);
  }

  /** All rows that the filter leaves; column codes are stable. The export is written to the audit trail. */
  @Get(':id/rows.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="ranking.csv"')
  @Requires('report.read')
  @ApiOperation({ summary: 'The ranked table as CSV' })
  exportRows(@Context() ctx: Ctx, @IdParam() id: string, @Query() query: RankingRowFilterDto): Promise<string> {
    return this.rows.csv(ctx, id, query);
  }

  /** A new numbered edition for each audience whose figures differ from the newest one. 409 while the week is open. */
  @Post()
  @HttpCode(202)
  @Requires('report.make')
  @ApiOperation({ summary: 'Make the editions of a closed week by hand' })
  make(@Context() ctx: Ctx, @Body() body: MakeReportDto): Promise<JobResponse> {
    return this.requestReport.run(ctx, body.period);
  }
}

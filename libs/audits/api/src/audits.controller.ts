import { Body, Controller, Delete, Get, Header, HttpCode, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type {
  AuditComparisonResponse,
  AuditResponse,
  AuditSummary,
  Page,
  SavedAuditResponse,
  SubmittedAuditResponse,
} from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, RequiresAny, Versioned, versionOf } from '@wheelhouse/platform-http';
import { AuditsService } from './audits.service.js';
import { ComparisonService } from './comparison.service.js';
import { DiscardAuditCommand } from './discard-audit.command.js';
import {
  AuditFilterDto,
  ListAuditsDto,
  ReviewAuditDto,
  SaveAuditDto,
  StartAuditDto,
  SubmitAuditDto,
} from './dto/audit.dto.js';
import { ExportAuditsQuery } from './export-audits.query.js';
import { ReviewAuditCommand } from './review-audit.command.js';
import { SaveAuditCommand } from './save-audit.command.js';
import { StartAuditCommand } from './start-audit.command.js';
import { SubmitAuditCommand } from './submit-audit.command.js';

const AUDITORS = ['self_check.submit', 'supervisor_audit.submit', 'hq_audit.submit', 'mystery_shop.submit'] as const;

const OF_AUDIT = versionOf('audits');

/** Self-checks, supervisor and HQ audits, mystery shops: filled in, submitted, reviewed, read. */
@ApiTags('audits')
@Controller('api/v1/audits')
export class AuditsController {
  constructor(
    private readonly audits: AuditsService,
    private readonly starting: StartAuditCommand,
    private readonly saving: SaveAuditCommand,
    private readonly submitting: SubmitAuditCommand,
    private readonly reviewing: ReviewAuditCommand,
    private readonly discarding: DiscardAuditCommand,
    private readonly comparing: ComparisonService,
    private readonly exporting: ExportAuditsQuery,
  ) {}

  /** Audits that the caller may see, newest visit first, or by score. */
  @Get()
  @RequiresAny('audit.read', ...AUDITORS)
  @ApiOperation({ summary: 'List audits, newest visit first, or by score' })
  list(@Context() ctx: Ctx, @Query() query: ListAuditsDto): Promise<Page<AuditSummary>> {
    return this.audits.list(ctx, query);
  }

  /** Begins a draft under the client's id; sent twice, it answers the same draft. */
  @Post()
  @RequiresAny(...AUDITORS)
  @Versioned(OF_AUDIT)
  @ApiOperation({ summary: 'Begin a draft under an id of your own' })
  async start(@Context() ctx: Ctx, @Body() body: StartAuditDto): Promise<AuditResponse> {
    return this.audits.get(ctx, await this.starting.run(ctx, body));
  }

  /** The audits that the filter leaves, written as they are read; column codes are stable. The export is written to the trail. */
  @Get('rows.csv')
  @Header('Content-Disposition', 'attachment; filename="audits.csv"')
  @ApiProduces('text/csv')
  @Requires('audit.read')
  @ApiOperation({ summary: 'Audits as CSV' })
  async export(@Context() ctx: Ctx, @Query() query: AuditFilterDto): Promise<StreamableFile> {
    return new StreamableFile(await this.exporting.run(ctx, query), { type: 'text/csv; charset=utf-8' });
  }

  /** One audit with the form that it is filled in on. */
  @Get(':id')
  @RequiresAny('audit.read', ...AUDITORS)
  @Versioned(OF_AUDIT)
  @ApiOperation({ summary: 'Read one audit with its form, result and findings' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<AuditResponse> {
    return this.audits.get(ctx, id);
  }

  /** The audit against the one before it here and against the peer group. */
  @Get(':id/comparison')
  @Requires('audit.read')
  @ApiOperation({ summary: 'Compare one audit with the previous one and with peers' })
  compare(@Context() ctx: Ctx, @IdParam() id: string): Promise<AuditComparisonResponse> {
    return this.comparing.of(ctx, id);
  }

  /** Saves what changed of a draft; what was changed elsewhere meanwhile is not overwritten. */
  @Patch(':id')
  @RequiresAny(...AUDITORS)
  @Versioned(OF_AUDIT)
  @ApiOperation({ summary: 'Save what changed of a draft' })
  save(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: SaveAuditDto): Promise<SavedAuditResponse> {
    return this.saving.run(ctx, id, body);
  }

  /** Throws a draft away. */
  @Delete(':id')
  @HttpCode(204)
  @RequiresAny(...AUDITORS)
  @Versioned(OF_AUDIT)
  @ApiOperation({ summary: 'Throw a draft away' })
  discard(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.discarding.run(ctx, id);
  }

  /** Submits the whole audit, idempotent by its id; no draft is needed before. */
  @Post(':id/submit')
  @HttpCode(200)
  @RequiresAny(...AUDITORS)
  @ApiOperation({ summary: 'Submit a whole audit, once, under an id of your own' })
  submit(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: SubmitAuditDto): Promise<SubmittedAuditResponse> {
    return this.submitting.run(ctx, id, body);
  }

  /** Quality control of a mystery shop. */
  @Post(':id/review')
  @HttpCode(200)
  @Requires('audit.review')
  @Versioned(OF_AUDIT)
  @ApiOperation({ summary: 'Approve or reject a mystery shop' })
  review(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: ReviewAuditDto): Promise<AuditSummary> {
    return this.reviewing.run(ctx, id, body);
  }
}

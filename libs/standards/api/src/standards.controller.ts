import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page, StandardSummary, StandardVersionResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, Versioned, versionOf } from '@wheelhouse/platform-http';
import { ImportStandardCommand } from './import-standard.command.js';
import { CreateStandardDto, ImportStandardDto, ListStandardsQuery } from './standards.dto.js';
import { StandardsService } from './standards.service.js';

/** What is made is a draft: a version. */
const OF_VERSION = versionOf('standard_versions');

@ApiTags('standards')
@Controller('api/v1/standards')
export class StandardsController {
  constructor(
    private readonly standards: StandardsService,
    private readonly importing: ImportStandardCommand,
  ) {}

  /** Standards by code, each with its versions. */
  @Get()
  @Requires('standard.read')
  @ApiOperation({ summary: 'Lists the standards with their versions' })
  list(@Context() ctx: Ctx, @Query() query: ListStandardsQuery): Promise<Page<StandardSummary>> {
    return this.standards.list(ctx, query);
  }

  /** Answers the empty first draft, 1.0.0. */
  @Post()
  @HttpCode(201)
  @Requires('standard.edit')
  @Versioned(OF_VERSION)
  @ApiOperation({ summary: 'Creates a standard with an empty first draft' })
  create(@Context() ctx: Ctx, @Body() body: CreateStandardDto): Promise<StandardVersionResponse> {
    return this.standards.create(ctx, body);
  }

  /** Answers the draft that the document became. */
  @Post('import')
  @HttpCode(201)
  @Requires('standard.edit')
  @Versioned(OF_VERSION)
  @ApiOperation({ summary: 'Imports a standard.v1 document as a draft' })
  import(@Context() ctx: Ctx, @Body() body: ImportStandardDto): Promise<StandardVersionResponse> {
    return this.importing.execute(ctx, body.document);
  }

  /** One standard with its versions. */
  @Get(':id')
  @Requires('standard.read')
  @ApiOperation({ summary: 'Reads a standard with its versions' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<StandardSummary> {
    return this.standards.get(ctx, id);
  }
}

import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { StandardChangesResponse, StandardVersionResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, Versioned, versionOf } from '@wheelhouse/platform-http';
import type { FastifyReply } from 'fastify';
import { CopyStandardVersionCommand } from './copy-standard-version.command.js';
import { PublishStandardVersionCommand } from './publish-standard-version.command.js';
import { RetireStandardVersionCommand } from './retire-standard-version.command.js';
import { StandardVersionsService } from './standard-versions.service.js';
import {
  CopyStandardVersionDto,
  ListChangesQuery,
  PublishStandardVersionDto,
  SaveStandardVersionDto,
} from './standards.dto.js';

const OF_VERSION = versionOf('standard_versions');

@ApiTags('standards')
@Controller('api/v1/standard-versions')
export class StandardVersionsController {
  constructor(
    private readonly versions: StandardVersionsService,
    private readonly publishing: PublishStandardVersionCommand,
    private readonly copying: CopyStandardVersionCommand,
    private readonly retiring: RetireStandardVersionCommand,
  ) {}

  /** A version with its body and, for a draft, what would refuse its publication. */
  @Get(':id')
  @Requires('standard.read')
  @Versioned(OF_VERSION)
  @ApiOperation({ summary: 'Reads a version with its body' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<StandardVersionResponse> {
    return this.versions.get(ctx, id);
  }

  /** The `standard.v1` document, as a file. */
  @Get(':id/export')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Requires('standard.read')
  @ApiOperation({ summary: 'Downloads a version as a standard.v1 document' })
  async export(
    @Context() ctx: Ctx,
    @IdParam() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, content } = await this.versions.export(ctx, id);
    void reply.header('Content-Disposition', `attachment; filename="${name}"`);
    return content;
  }

  /** What differs from another version of the same standard, or from the one before. */
  @Get(':id/changes')
  @Requires('standard.read')
  @ApiOperation({ summary: 'Compares a version with another one' })
  changes(
    @Context() ctx: Ctx,
    @IdParam() id: string,
    @Query() { against }: ListChangesQuery,
  ): Promise<StandardChangesResponse> {
    return this.versions.changes(ctx, id, against);
  }

  /** Saves a draft whole; refused when somebody saved since `revision`. */
  @Put(':id')
  @Requires('standard.edit')
  @Versioned(OF_VERSION)
  @ApiOperation({ summary: 'Saves a draft' })
  save(
    @Context() ctx: Ctx,
    @IdParam() id: string,
    @Body() body: SaveStandardVersionDto,
  ): Promise<StandardVersionResponse> {
    return this.versions.save(ctx, id, body);
  }

  /** Checks a draft whole and freezes it. */
  @Post(':id/publish')
  @HttpCode(200)
  @Requires('standard.publish')
  @Versioned(OF_VERSION)
  @ApiOperation({ summary: 'Publishes a draft, which then never changes' })
  publish(
    @Context() ctx: Ctx,
    @IdParam() id: string,
    @Body() { revision }: PublishStandardVersionDto,
  ): Promise<StandardVersionResponse> {
    return this.publishing.execute(ctx, id, revision);
  }

  /** Answers the new draft. */
  @Post(':id/copy')
  @HttpCode(201)
  @Requires('standard.edit')
  @ApiOperation({ summary: 'Copies a frozen version to a new draft' })
  async copy(
    @Context() ctx: Ctx,
    @IdParam() id: string,
    @Body() { version }: CopyStandardVersionDto,
  ): Promise<StandardVersionResponse> {
    return this.versions.get(ctx, await this.copying.execute(ctx, id, version));
  }

  /** Takes a published version out of use. */
  @Post(':id/retire')
  @HttpCode(200)
  @Requires('standard.publish')
  @Versioned(OF_VERSION)
  @ApiOperation({ summary: 'Retires a published version' })
  retire(@Context() ctx: Ctx, @IdParam() id: string): Promise<StandardVersionResponse> {
    return this.retiring.execute(ctx, id);
  }

  /** Discards a draft; the standard goes with its only version. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('standard.edit')
  @Versioned(OF_VERSION)
  @ApiOperation({ summary: 'Discards a draft' })
  discard(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.versions.discard(ctx, id);
  }
}

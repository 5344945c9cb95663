import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OutboxMail, Page } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires, SearchQuery } from '@wheelhouse/platform-http';
import { OutboxService } from './outbox.service.js';

@ApiTags('mails')
@Controller('api/v1/mails')
export class OutboxController {
  constructor(private readonly outbox: OutboxService) {}

  @Get()
  @Requires('outbox.read')
  @ApiOperation({ summary: 'Mails of this tenant, newest first' })
  list(@Context() ctx: Ctx, @Query() query: SearchQuery): Promise<Page<OutboxMail>> {
    return this.outbox.page(ctx, query);
  }

  @Get(':id')
  @Requires('outbox.read')
  @ApiOperation({ summary: 'One mail as it was written' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<OutboxMail> {
    return this.outbox.get(ctx, id);
  }
}

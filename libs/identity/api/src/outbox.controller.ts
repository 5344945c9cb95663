import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OutboxMail, Page } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, PageQuery, Requires } from '@wheelhouse/platform-http';
import { OutboxService } from './outbox.service.js';

@ApiTags('mails')
@Controller('api/v1/mails')
export class OutboxController {
  constructor(private readonly outbox: OutboxService) {}

  @Get()
  @Requires('outbox.read')
  @ApiOperation({ summary: 'Mails of this tenant, newest first' })
  list(@Context() ctx: Ctx, @Query() query: PageQuery): Promise<Page<OutboxMail>> {
    return this.outbox.page(ctx, query.cursor, query.limit ?? 50);
  }

  @Get(':id')
  @Requires('outbox.read')
  @ApiOperation({ summary: 'One mail as it was written' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<OutboxMail> {
    return this.outbox.get(ctx, id);
  }
}

import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccessTokenResponse, Page } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, PageQuery, Requires, SessionOnly } from '@wheelhouse/platform-http';
import { AccessTokensService } from './access-tokens.service.js';

@ApiTags('tokens')
@SessionOnly()
@Controller('api/v1/access-tokens')
export class AccessTokensController {
  constructor(private readonly tokens: AccessTokensService) {}

  @Get()
  @Requires('member.manage')
  @ApiOperation({ summary: 'Every personal and service token of the tenant, newest first, keyset-paged' })
  list(@Context() ctx: Ctx, @Query() query: PageQuery): Promise<Page<AccessTokenResponse>> {
    return this.tokens.page(ctx, query);
  }

  @Delete(':id')
  @Requires('member.manage')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke any token of the tenant; it ends at once' })
  revoke(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.tokens.revoke(ctx, id);
  }
}

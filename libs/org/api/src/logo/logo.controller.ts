import { Controller, Delete, Get, Header, HttpCode, Param, Put, Req, StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { LogoResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, type RequestWithContext, Requires, SignedIn } from '@wheelhouse/platform-http';
import { LogoService } from './logo.service.js';

@ApiTags('settings')
@Controller('api/v1/settings/logo')
export class LogoController {
  constructor(private readonly logos: LogoService) {}

  /** 413 above 1 MiB, 415 for what is no PNG, JPEG or WebP, 422 for a broken or boundless picture. */
  @Put()
  @Requires('settings.manage')
  @ApiConsumes('image/png', 'image/jpeg', 'image/webp')
  @ApiOperation({
    summary: 'Make the picture in the body the tenant’s logo; it is drawn anew as a PNG of at most 512 × 160',
  })
  put(@Context() ctx: Ctx, @Req() request: RequestWithContext): Promise<LogoResponse> {
    return this.logos.put(ctx, request.body);
  }

  /** Every member sees it. The address holds the picture's hash, so it may be kept for ever. */
  @Get(':hash')
  @SignedIn()
  @Header('Cache-Control', 'private, max-age=31536000, immutable')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiProduces('image/png')
  @ApiOperation({ summary: 'The tenant’s logo (PNG)' })
  async get(@Context() ctx: Ctx, @Param('hash') hash: string): Promise<StreamableFile> {
    return new StreamableFile(await this.logos.content(ctx, hash), { type: 'image/png' });
  }

  /** Also 204 when there was none. */
  @Delete()
  @HttpCode(204)
  @Requires('settings.manage')
  @ApiOperation({ summary: 'Go on without a logo' })
  remove(@Context() ctx: Ctx): Promise<void> {
    return this.logos.remove(ctx);
  }
}

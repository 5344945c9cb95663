import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TenantSettingsResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, Requires, Versioned } from '@wheelhouse/platform-http';
import { UpdateSettingsDto } from './dto/settings.dto.js';
import { settingsVersion } from './settings-version.js';
import { SettingsService } from './settings.service.js';

@ApiTags('settings')
@Controller('api/v1/settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  /** With the ranking scheme in force. */
  @Get()
  @Requires('settings.read')
  @Versioned(settingsVersion)
  @ApiOperation({ summary: 'What the tenant has decided for itself' })
  get(@Context() ctx: Ctx): Promise<TenantSettingsResponse> {
    return this.settings.get(ctx);
  }

  /** Fields left out stay; another scheme becomes the next version. */
  @Patch()
  @Requires('settings.manage')
  @Versioned(settingsVersion)
  @ApiOperation({ summary: 'Change name, accent, cut-off or ranking scheme' })
  update(@Context() ctx: Ctx, @Body() body: UpdateSettingsDto): Promise<TenantSettingsResponse> {
    return this.settings.update(ctx, body);
  }
}

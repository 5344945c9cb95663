import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HomeResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, SignedIn } from '@wheelhouse/platform-http';
import { HomeService } from './home.service.js';

@ApiTags('home')
@Controller('api/v1/home')
export class HomeController {
  constructor(private readonly home: HomeService) {}

  /** What waits for the caller. */
  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'What waits for me' })
  get(@Context() ctx: Ctx): Promise<HomeResponse> {
    return this.home.get(ctx);
  }
}

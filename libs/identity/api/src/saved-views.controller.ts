import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SavedViewResponse } from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, SignedIn } from '@wheelhouse/platform-http';
import { CreateSavedViewDto, ListSavedViewsQuery, UpdateSavedViewDto } from './dto/saved-views.dto.js';
import { SavedViewsService } from './saved-views.service.js';

@ApiTags('saved views')
@Controller('api/v1/saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'My saved views of one page, by name' })
  list(@Context() ctx: Ctx, @Query() query: ListSavedViewsQuery): Promise<SavedViewResponse[]> {
    return this.views.list(ctx, query.page);
  }

  @Post()
  @SignedIn()
  @ApiOperation({ summary: 'Keep the filters of a page under a name' })
  create(@Context() ctx: Ctx, @Body() body: CreateSavedViewDto): Promise<SavedViewResponse> {
    return this.views.create(ctx, body);
  }

  @Patch(':id')
  @SignedIn()
  @ApiOperation({ summary: 'Rename one of my saved views, or give it other filters' })
  update(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: UpdateSavedViewDto): Promise<SavedViewResponse> {
    return this.views.update(ctx, id, body);
  }

  @Delete(':id')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete one of my saved views' })
  remove(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.views.remove(ctx, id);
  }
}

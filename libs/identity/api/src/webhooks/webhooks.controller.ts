import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type {
  Page,
  WebhookDeliveryResponse,
  WebhookDeliverySummary,
  WebhookResponse,
  WebhookSecretResponse,
} from '@wheelhouse/contracts';
import type { Ctx } from '@wheelhouse/platform-db';
import { Context, IdParam, Requires } from '@wheelhouse/platform-http';
import { CreateWebhookDto, ListDeliveriesQuery, ReplayWebhookDto, UpdateWebhookDto } from './webhooks.dto.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('webhooks')
@Controller('api/v1')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get('webhooks')
  @Requires('webhook.manage')
  @ApiOperation({ summary: 'The endpoints that events are sent to, at most ten' })
  list(@Context() ctx: Ctx): Promise<Page<WebhookResponse>> {
    return this.webhooks.list(ctx);
  }

  @Post('webhooks')
  @Requires('webhook.manage')
  @ApiOperation({ summary: 'Add an endpoint; the secret is in this answer only' })
  create(@Context() ctx: Ctx, @Body() body: CreateWebhookDto): Promise<WebhookSecretResponse> {
    return this.webhooks.create(ctx, body);
  }

  @Get('webhooks/:id')
  @Requires('webhook.manage')
  @ApiOperation({ summary: 'One endpoint' })
  get(@Context() ctx: Ctx, @IdParam() id: string): Promise<WebhookResponse> {
    return this.webhooks.get(ctx, id);
  }

  @Patch('webhooks/:id')
  @Requires('webhook.manage')
  @ApiOperation({ summary: 'Change an endpoint, or switch it off or on' })
  update(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: UpdateWebhookDto): Promise<WebhookResponse> {
    return this.webhooks.update(ctx, id, body);
  }

  @Delete('webhooks/:id')
  @Requires('webhook.manage')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove an endpoint with its deliveries' })
  remove(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.webhooks.remove(ctx, id);
  }

  @Post('webhooks/:id/rotate')
  @Requires('webhook.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'A new secret; the old one signs beside it for 24 hours' })
  rotate(@Context() ctx: Ctx, @IdParam() id: string): Promise<WebhookSecretResponse> {
    return this.webhooks.rotate(ctx, id);
  }

  @Post('webhooks/:id/test')
  @Requires('webhook.manage')
  @HttpCode(204)
  @ApiOperation({ summary: 'Send a test event to this endpoint' })
  test(@Context() ctx: Ctx, @IdParam() id: string): Promise<void> {
    return this.webhooks.test(ctx, id);
  }

  @Post('webhooks/:id/replay')
  @Requires('webhook.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send again everything that failed since a moment' })
  replayFailed(@Context() ctx: Ctx, @IdParam() id: string, @Body() body: ReplayWebhookDto): Promise<{ count: number }> {
    return this.webhooks.replayFailed(ctx, id, body.since);
  }

  @Get('webhook-deliveries')
  @Requires('webhook.manage')
  @ApiOperation({ summary: 'Deliveries, newest first' })
  deliveries(@Context() ctx: Ctx, @Query() query: ListDeliveriesQuery): Promise<Page<WebhookDeliverySummary>> {
    return this.webhooks.deliveries(ctx, query);
  }

  @Get('webhook-deliveries/:id')
  @Requires('webhook.manage')
  @ApiOperation({ summary: 'One delivery with its body and every attempt' })
  delivery(@Context() ctx: Ctx, @IdParam() id: string): Promise<WebhookDeliveryResponse> {
    return this.webhooks.delivery(ctx, id);
  }

  @Post('webhook-deliveries/:id/replay')
  @Requires('webhook.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send one delivery again, under the same webhook-id' })
  replayOne(@Context() ctx: Ctx, @IdParam() id: string): Promise<WebhookDeliveryResponse> {
    return this.webhooks.replayOne(ctx, id);
  }
}

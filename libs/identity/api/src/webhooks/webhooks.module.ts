import { Module } from '@nestjs/common';
import { GuardedHttp } from '@wheelhouse/platform-http/outbound';
import { IdentityModule } from '../identity.module.js';
import { EventEntity, WebhookAttemptEntity, WebhookDeliveryEntity, WebhookEndpointEntity } from './webhook.entities.js';
import { WebhookDeliverer } from './webhook-deliverer.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookSwitch } from './webhook-switch.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksJobs } from './webhooks.jobs.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { WebhooksService } from './webhooks.service.js';

export const WEBHOOKS_ENTITIES = [EventEntity, WebhookEndpointEntity, WebhookDeliveryEntity, WebhookAttemptEntity];

/** Webhooks: events of the house, sent to addresses that a tenant names. No feature knows of it. */
@Module({
  imports: [IdentityModule],
  controllers: [WebhooksController],
  providers: [WebhooksService, WebhooksRepository, WebhookDeliverer, WebhookSender, WebhookSwitch, GuardedHttp],
  exports: [WebhookDeliverer],
})
export class WebhooksModule {}

/** What the worker does for webhooks. */
@Module({ imports: [WebhooksModule, IdentityModule], providers: [WebhooksJobs] })
export class WebhooksWorkerModule {}

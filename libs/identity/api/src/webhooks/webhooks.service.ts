import { Injectable } from '@nestjs/common';
import {
  type CreateWebhookBody,
  type Page,
  TEST_EVENT,
  type UpdateWebhookBody,
  type WebhookDeliveryResponse,
  type WebhookDeliverySummary,
  type WebhookResponse,
  WEBHOOKS_MAX,
  type WebhookSecretResponse,
} from '@wheelhouse/contracts';
import { DomainError, newId } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import { GuardedHttp } from '@wheelhouse/platform-http/outbound';
import { SecretBox } from '../secret-box.js';
import { TrailService } from '../trail.service.js';
import { OLD_SECRET_MS } from './retry-schedule.js';
import { newSecret } from './signature.js';
import { WebhookDeliverer } from './webhook-deliverer.js';
import { bodyOf, presentDelivery, presentWebhook } from './webhook.presenter.js';
import type { ListDeliveriesQuery } from './webhooks.dto.js';
import { type EndpointRow, WebhooksRepository } from './webhooks.repository.js';

/** Endpoints as an administrator keeps them, and what became of each delivery. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly deliverer: WebhookDeliverer,
    private readonly http: GuardedHttp,
    private readonly box: SecretBox,
    private readonly trail: TrailService,
  ) {}

  /** All on one page: there are ten at most. */
  async list(ctx: Ctx): Promise<Page<WebhookResponse>> {
    return { items: (await this.webhooks.list(ctx)).map((row) => presentWebhook(row, ctx.now)), nextCursor: null };
  }

  async get(ctx: Ctx, id: string): Promise<WebhookResponse> {
    return presentWebhook(await this.existing(ctx, id), ctx.now);
  }

  /** The secret is told in this answer and never again. @throws WEBHOOK.ADDRESS, WEBHOOK.TOO_MANY, SERVER.NO_SECRET_KEY */
  async create(ctx: Ctx, { url, description = '', events }: CreateWebhookBody): Promise<WebhookSecretResponse> {
    this.checkAddress(url);
    await this.webhooks.lockAll(ctx);
    if ((await this.webhooks.list(ctx)).length >= WEBHOOKS_MAX)
      throw new DomainError('WEBHOOK.TOO_MANY', { max: WEBHOOKS_MAX });
    const [id, secret] = [newId(), newSecret()];
    const sealed = this.box.seal(secret, 'webhook', id);
    await this.webhooks.insert(ctx, { id, url, description, events, secret: sealed });
    await this.record(ctx, 'create', id, undefined, { url, description, events });
    return { ...(await this.get(ctx, id)), secret };
  }

  /** Switching it on again forgets that it failed. */
  async update(ctx: Ctx, id: string, body: UpdateWebhookBody): Promise<WebhookResponse> {
    const was = await this.existing(ctx, id, true);
    if (body.url !== undefined) this.checkAddress(body.url);
    const { enabled, ...rest } = body;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const fresh = { failingSince: null, pausedUntil: null };
    const turned: Partial<EndpointRow> =
      enabled === undefined || enabled === was.enabled
        ? {}
        : { enabled, disabledReason: enabled ? null : 'manual', ...(enabled ? fresh : {}) };
    const change = { ...given, ...turned };
    if (Object.keys(change).length === 0) return presentWebhook(was, ctx.now);
    await this.webhooks.update(ctx, id, change);
    if (turned.enabled === false) await this.webhooks.failWaiting(ctx, id);
    const after = { ...given, ...(turned.enabled === undefined ? {} : { enabled: turned.enabled }) };
    const before = Object.fromEntries(Object.keys(after).map((key) => [key, was[key as keyof EndpointRow]]));
    await this.record(ctx, 'update', id, before, after);
    return this.get(ctx, id);
  }

  async remove(ctx: Ctx, id: string): Promise<void> {
    const { url } = await this.existing(ctx, id);
    await this.webhooks.remove(ctx, id);
    await this.record(ctx, 'delete', id, { url }, undefined);
  }

  /** A new secret; the old one signs beside it for a day, so that the receiver can change over in peace. */
  async rotate(ctx: Ctx, id: string): Promise<WebhookSecretResponse> {
    const { secret: oldSecret } = await this.existing(ctx, id, true);
    const [secret, oldSecretUntil] = [newSecret(), new Date(ctx.now.getTime() + OLD_SECRET_MS)];
    await this.webhooks.update(ctx, id, { secret: this.box.seal(secret, 'webhook', id), oldSecret, oldSecretUntil });
    await this.record(ctx, 'rotate', id, undefined, undefined);
    return { ...(await this.get(ctx, id)), secret };
  }

  /** Sends an event that means nothing to this endpoint alone. @throws WEBHOOK.DISABLED */
  async test(ctx: Ctx, id: string): Promise<void> {
    await this.enabled(ctx, id);
    const eventId = await this.webhooks.addEvent(ctx, TEST_EVENT, { message: 'It works. 一切正常。' }, ctx.now);
    await this.webhooks.addDelivery(ctx, id, eventId, ctx.now);
    await this.deliverer.wake(ctx, id);
    await this.record(ctx, 'test', id, undefined, undefined);
  }

  /** Sends again all that failed since a moment. @throws WEBHOOK.DISABLED */
  async replayFailed(ctx: Ctx, id: string, since: string): Promise<{ count: number }> {
    await this.enabled(ctx, id);
    const count = await this.webhooks.replay(ctx, { endpointId: id, since: new Date(since) }, ctx.now);
    await this.deliverer.wake(ctx, id);
    await this.record(ctx, 'replay', id, undefined, { since, count });
    return { count };
  }

  /** Sends one delivery again, whatever became of it, with the same webhook-id. @throws WEBHOOK.DISABLED */
  async replayOne(ctx: Ctx, deliveryId: string): Promise<WebhookDeliveryResponse> {
    const { endpointId } = await this.delivery(ctx, deliveryId);
    await this.enabled(ctx, endpointId);
    await this.webhooks.replay(ctx, { id: deliveryId }, ctx.now);
    await this.deliverer.wake(ctx, endpointId);
    await this.record(ctx, 'replay', endpointId, undefined, { count: 1 });
    return this.delivery(ctx, deliveryId);
  }

  /** Newest first. */
  async deliveries(
    ctx: Ctx,
    { cursor, limit = 50, ...filter }: ListDeliveriesQuery,
  ): Promise<Page<WebhookDeliverySummary>> {
    const before = cursor ? String(decodeCursor(cursor, 1)[0]) : null;
    const page = pageOf(
      await this.webhooks.deliveries(ctx, { ...filter, before, limit: limit + 1 }),
      limit,
      ({ id }) => [id],
    );
    return { ...page, items: page.items.map(presentDelivery) };
  }

  async delivery(ctx: Ctx, id: string): Promise<WebhookDeliveryResponse> {
    const row = await this.webhooks.delivery(ctx, id);
    if (!row) throw new DomainError('NOT_FOUND');
    const tries = await this.webhooks.attempts(ctx, id);
    return {
      ...presentDelivery(row),
      body: bodyOf(ctx.tenantId, row),
      tries: tries.map(({ at, ...tried }) => ({ ...tried, at: at.toISOString() })),
    };
  }

  private checkAddress(url: string): void {
    try {
      this.http.check(url);
    } catch {
      throw new DomainError('WEBHOOK.ADDRESS', {}, [
        { field: 'url', code: 'FIELD.FORMAT', params: { expected: 'https://…' } },
      ]);
    }
  }

  private async existing(ctx: Ctx, id: string, lock = false): Promise<EndpointRow> {
    const row = await this.webhooks.find(ctx, id, lock);
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async enabled(ctx: Ctx, id: string): Promise<void> {
    if (!(await this.existing(ctx, id)).enabled) throw new DomainError('WEBHOOK.DISABLED');
  }

  private record(ctx: Ctx, verb: string, objectId: string, before: unknown, after: unknown): Promise<void> {
    return this.trail.record(ctx, { action: `webhook.${verb}`, objectType: 'webhook', objectId, before, after });
  }
}

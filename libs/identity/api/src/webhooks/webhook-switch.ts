import { Injectable } from '@nestjs/common';
import { AppConfig } from '@wheelhouse/platform-config';
import { Clock, type Ctx } from '@wheelhouse/platform-db';
import { IdentityFacade } from '../identity.facade.js';
import { HOUSE_ACCENT, writeLetter } from '../letter.js';
import { OutboxService } from '../outbox.service.js';
import { TenantsRepository } from '../tenants.repository.js';
import { TrailService } from '../trail.service.js';
import { SWITCHED_OFF } from './webhook-letter.texts.js';
import { type EndpointRow, WebhooksRepository } from './webhooks.repository.js';

/** Switches an endpoint off that nothing reaches any more, and tells those who manage webhooks. */
@Injectable()
export class WebhookSwitch {
  constructor(
    private readonly webhooks: WebhooksRepository,
    private readonly identity: IdentityFacade,
    private readonly tenants: TenantsRepository,
    private readonly outbox: OutboxService,
    private readonly trail: TrailService,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async off(place: Pick<Ctx, 'em' | 'tenantId'>, { id, url }: EndpointRow, reason: 'failing' | 'gone'): Promise<void> {
    const now = this.clock.now();
    await this.webhooks.update(place, id, { enabled: false, disabledReason: reason });
    await this.webhooks.failWaiting(place, id);
    const { em, tenantId } = place;
    await this.trail.write(
      em,
      { tenantId, at: now, personId: null, name: 'Wheelhouse', ip: null },
      { action: 'webhook.disable', objectType: 'webhook', objectId: id, after: { url, reason } },
    );
    const tenant = await this.tenants.findActive(tenantId);
    const admins = await this.identity.membersWith(place as Ctx, 'webhook.manage');
    for (const { email, name, locale } of admins) {
      const t = SWITCHED_OFF[locale];
      const letter = writeLetter({
        ...{ lang: locale, subject: t.subject, title: t.subject },
        branded: false,
        sender: (locale === 'zh-CN' ? tenant?.name.zh : tenant?.name.en) || 'Wheelhouse',
        accent: tenant?.accent ?? HOUSE_ACCENT,
        paragraphs: [t.hello.replace('{name}', name), t[reason], t.next],
        facts: [{ label: t.address, value: url }],
        button: { label: t.open, url: `${this.config.publicUrl}/webhooks`, orCopy: t.orCopy },
        footer: t.footer,
      });
      await this.outbox.put(place, { to: email, ...letter, dedupeKey: `webhook-off:${id}:${now.getTime()}:${email}` });
    }
  }
}

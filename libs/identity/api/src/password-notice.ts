import { Injectable } from '@nestjs/common';
import type { TenantBrief } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { changedLetter } from './account-letters.js';
import { OutboxService } from './outbox.service.js';
import type { PersonEntity } from './person.entity.js';
import { TrailService } from './trail.service.js';

/**
 * After a password changed: a line in the trail of each tenant that the person works in, because each trusted the old one,
 * and one mail, so that whoever did not do it learns of it.
 */
@Injectable()
export class PasswordNotice {
  constructor(
    private readonly transactions: TenantTransactions,
    private readonly outbox: OutboxService,
    private readonly trail: TrailService,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async send(
    person: Pick<PersonEntity, 'id' | 'email' | 'name' | 'locale'>,
    tenants: TenantBrief[],
    action: 'password.change' | 'password.reset',
    ip: string | null,
  ): Promise<void> {
    const at = this.clock.now();
    for (const [i, { id: tenantId }] of tenants.entries()) {
      await this.transactions.run({ tenantId }, async (em) => {
        await this.trail.write(
          em,
          { tenantId, at, personId: person.id, name: person.name, ip },
          { action, objectType: 'person', objectId: person.id },
        );
        if (i > 0) return;
        const sender = tenants.length === 1 ? (tenants[0] ?? null) : null;
        const url = `${this.config.publicUrl}/sign-in`;
        const letter = changedLetter({ to: person, sender, url, at }, person.locale);
        await this.outbox.put(
          { em, tenantId },
          { to: person.email, ...letter, dedupeKey: `password-changed:${newId(at)}` },
        );
      });
    }
  }
}

import { Injectable } from '@nestjs/common';
import { newId } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import { securityLetter, type SecurityEvent } from './account-letters.js';
import { OutboxService } from './outbox.service.js';
import type { PersonEntity } from './person.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import { TrailService } from './trail.service.js';

/**
 * After something changed in how a person signs in: a line in the trail of each tenant that the person works in, because each
 * trusts it, and one mail, so that whoever did not do it learns of it.
 */
@Injectable()
export class SecurityNotice {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly transactions: TenantTransactions,
    private readonly outbox: OutboxService,
    private readonly trail: TrailService,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** `by`: an administrator who did it for the person. */
  async send(
    person: Pick<PersonEntity, 'id' | 'email' | 'name' | 'locale'>,
    action: SecurityEvent,
    ip: string | null,
    by?: { personId: string | null; name: string },
  ): Promise<void> {
    const at = this.clock.now();
    const tenants = await this.sessions.tenantsOf(person.id);
    for (const [i, { id: tenantId }] of tenants.entries()) {
      await this.transactions.run({ tenantId }, async (em) => {
        const { personId, name } = by ?? { personId: person.id, name: person.name };
        await this.trail.write(
          em,
          { tenantId, at, personId, name, ip },
          { action, objectType: 'person', objectId: person.id, ...(by ? { after: { email: person.email } } : {}) },
        );
        if (i > 0) return;
        const sender = tenants.length === 1 ? (tenants[0] ?? null) : null;
        const url = `${this.config.publicUrl}/sign-in`;
        const letter = securityLetter({ to: person, sender, url, at, event: action }, person.locale);
        await this.outbox.put({ em, tenantId }, { to: person.email, ...letter, dedupeKey: `${action}:${newId(at)}` });
      });
    }
  }
}

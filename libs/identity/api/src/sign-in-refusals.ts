import { Injectable } from '@nestjs/common';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { JobsService } from '@wheelhouse/platform-jobs';
import { PeopleRepository } from './people.repository.js';
import { SessionsRepository } from './sessions.repository.js';
import { TrailService } from './trail.service.js';

/** A sign-in that was refused. */
export interface Refusal {
  email: string;
  ip: string;
  userAgent: string | null;
  at: string;
  /** It was the one too many: the e-mail is locked for a while. */
  locks: boolean;
}

/**
 * Keeps refused sign-ins in the trail of each tenant that the person belongs to. A worker writes them, so that the time of
 * a refusal does not tell whether the e-mail has an account. What the lock refuses is not noted again: no flood.
 */
@Injectable()
export class SignInRefusals {
  constructor(
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly trail: TrailService,
    private readonly transactions: TenantTransactions,
    private readonly jobs: JobsService,
  ) {}

  async note(refusal: Refusal): Promise<void> {
    await this.transactions.run({}, (em) => this.jobs.enqueue(em, 'sign-in-refusal', refusal));
  }

  /** The worker's part. Nobody has proved who they are, so no actor is named: the person is the object. */
  async write({ email, ip, userAgent, at, locks }: Refusal): Promise<void> {
    const person = await this.people.findByEmail(email);
    if (!person) return;
    const actions = ['session.refuse', ...(locks ? ['session.lock'] : [])];
    for (const { id: tenantId } of await this.sessions.tenantsOf(person.id)) {
      await this.transactions.run({ tenantId }, async (em) => {
        const who = { tenantId, at: new Date(at), personId: null, name: null, ip, origin: { userAgent } };
        for (const action of actions)
          await this.trail.write(em, who, { action, objectType: 'person', objectId: person.id, after: { email } });
      });
    }
  }
}

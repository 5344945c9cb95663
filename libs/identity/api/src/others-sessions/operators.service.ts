import { Injectable } from '@nestjs/common';
import type { OperatorResponse } from '@wheelhouse/contracts';
import { DomainError } from '@wheelhouse/kernel';
import { Clock, TenantTransactions } from '@wheelhouse/platform-db';
import type { RequestWithContext } from '@wheelhouse/platform-http';
import { OperatorEntriesRepository } from '../operator-entries.repository.js';
import { PeopleRepository } from '../people.repository.js';
import { presentSignIn } from '../session.presenter.js';
import { SessionsRepository } from '../sessions.repository.js';
import { signedIn } from '../signed-in.js';

/** The operators of the installation and where they are signed in: all of their sessions reach it. */
@Injectable()
export class OperatorsService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly entries: OperatorEntriesRepository,
    private readonly transactions: TenantTransactions,
    private readonly clock: Clock,
  ) {}

  async list(request: RequestWithContext): Promise<OperatorResponse[]> {
    const { sessionId } = signedIn(request);
    const listed = [];
    for (const { id, name, email } of await this.people.operators()) {
      const rows = await this.sessions.liveOf(id, this.clock.now());
      listed.push({
        ...{ id, name, email },
        signedOut: await this.entries.lastSignOut(id),
        sessions: rows.map((row) => ({ ...presentSignIn(row), current: row.id === sessionId })),
      });
    }
    return listed;
  }

  /** Ends all sessions of an operator; of one's own, all but the one that asks. */
  async end(request: RequestWithContext, id: string): Promise<void> {
    const { personId, sessionId } = signedIn(request);
    const operator = (await this.people.operators()).find((each) => each.id === id);
    if (!operator) throw new DomainError('NOT_FOUND');
    const by = request.caller?.actor.name ?? null;
    await this.transactions.run({}, async (em) => {
      if (id === personId) await this.sessions.removeOthers(id, sessionId, em);
      else await this.sessions.removeAll(id, em);
      const entry = { at: this.clock.now(), by, action: 'operator.sign_out', tenantId: null, slug: null } as const;
      await this.entries.record(em, { ...entry, detail: { operatorId: id, email: operator.email } });
    });
  }
}

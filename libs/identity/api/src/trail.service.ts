import { Injectable } from '@nestjs/common';
import type { Ctx, RequestOrigin } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';
import { eventOfTrail } from './events/event-of-trail.js';
import { EventsService } from './events/events.service.js';
import { TrailRepository } from './trail.repository.js';

export interface TrailEntry {
  /** What was done, noun.verb: `standard.publish`. */
  action: string;
  objectType: string;
  objectId: string | null;
  before?: unknown;
  after?: unknown;
}

/** Who did it, in which tenant, when and from where. */
export interface TrailWriter {
  tenantId: string;
  at: Date;
  personId: string | null;
  name: string | null;
  ip: string | null;
  origin?: Partial<RequestOrigin>;
}

/** Writes the audit trail (审计日志), in the transaction of what it records, and publishes the event that it amounts to. */
@Injectable()
export class TrailService {
  constructor(
    private readonly entries: TrailRepository,
    private readonly events: EventsService,
  ) {}

  /** Records what the actor of `ctx` did; the name says by which token, if it was by one. */
  async record(ctx: Ctx, entry: TrailEntry): Promise<void> {
    const { name, via } = ctx.actor;
    await this.write(
      ctx.em,
      {
        ...{ tenantId: ctx.tenantId, at: ctx.now, ip: ctx.ip, origin: ctx.origin },
        personId: ctx.actor.personId,
        name: via ? `${name} · ${via}` : name,
      },
      entry,
    );
  }

  /** Records something that happens outside a request's context, such as a sign-in. */
  async write(em: EntityManager, who: TrailWriter, entry: TrailEntry): Promise<void> {
    await this.entries.insert(em, who, entry);
    const event = eventOfTrail(entry);
    if (event) await this.events.publish({ em, tenantId: who.tenantId, now: who.at }, event);
  }
}

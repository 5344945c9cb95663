import { Injectable } from '@nestjs/common';
import { newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';

export interface TrailEntry {
  /** What was done, noun.verb: `standard.publish`. */
  action: string;
  objectType: string;
  objectId: string | null;
  before?: unknown;
  after?: unknown;
}

/** Writes the audit trail (审计日志), in the transaction of what it records. */
@Injectable()
export class TrailService {
  /** Records what the actor of `ctx` did. */
  async record(ctx: Ctx, entry: TrailEntry): Promise<void> {
    await this.write(
      ctx.em,
      { tenantId: ctx.tenantId, at: ctx.now, personId: ctx.actor.personId, name: ctx.actor.name, ip: ctx.ip },
      entry,
    );
  }

  /** Records something that happens outside a request's context, such as a sign-in. */
  async write(
    em: EntityManager,
    who: { tenantId: string; at: Date; personId: string | null; name: string | null; ip: string | null },
    entry: TrailEntry,
  ): Promise<void> {
    await em.query(
      `INSERT INTO trail_entries (tenant_id, id, at, actor_person_id, actor_name, ip, action, object_type, object_id, before, after)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        who.tenantId,
        newId(who.at),
        who.at,
        who.personId,
        who.name,
        who.ip,
        entry.action,
        entry.objectType,
        entry.objectId,
        json(entry.before),
        json(entry.after),
      ],
    );
  }
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

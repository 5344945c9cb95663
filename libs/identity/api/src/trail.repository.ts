import { Injectable } from '@nestjs/common';
import type { Page, TrailEntryResponse } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { type Ctx, decodeCursor, pageOf } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';
import type { TrailEntry, TrailWriter } from './trail.service.js';

export interface TrailFilter {
  action?: string;
  objectType?: string;
  /** Part of the actor's name. */
  actor?: string;
  /** First and last day in the tenant's time zone, both included. */
  from?: string;
  to?: string;
  cursor?: string;
  limit: number;
}

/** The audit trail, which is only ever added to. */
@Injectable()
export class TrailRepository {
  async insert(em: EntityManager, who: TrailWriter, entry: TrailEntry): Promise<void> {
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

  /** Newest first. */
  async page(ctx: Ctx, filter: TrailFilter): Promise<Page<TrailEntryResponse>> {
    const [before] = filter.cursor ? decodeCursor(filter.cursor, 1) : [null];
    const rows: TrailEntryResponse[] = await ctx.em.query(
      `SELECT id, at, actor_name AS "actorName", ip, action, object_type AS "objectType", object_id AS "objectId", before, after
       FROM trail_entries
       WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id < $2::uuid)
         AND ($4::text IS NULL OR action = $4) AND ($5::text IS NULL OR object_type = $5)
         AND ($6::text IS NULL OR actor_name ILIKE $6)
         AND ($7::date IS NULL OR at >= $7::date::timestamp AT TIME ZONE $9)
         AND ($8::date IS NULL OR at < ($8::date + 1)::timestamp AT TIME ZONE $9)
       ORDER BY id DESC LIMIT $3`,
      [
        ctx.tenantId,
        before,
        filter.limit + 1,
        filter.action ?? null,
        filter.objectType ?? null,
        filter.actor ? `%${filter.actor.replace(/[\\%_]/g, '\\$&')}%` : null,
        filter.from ?? null,
        filter.to ?? null,
        ctx.timeZone,
      ],
    );
    return pageOf(rows, filter.limit, (row) => [row.id]);
  }

  /** The actions and kinds of objects that this trail holds: what its filters offer. */
  async kinds(ctx: Ctx): Promise<{ actions: string[]; objectTypes: string[] }> {
    // Walks the index from one action to the next instead of reading every entry.
    const rows: { action: string; objectType: string }[] = await ctx.em.query(
      `WITH RECURSIVE kinds AS (
         (SELECT action, object_type FROM trail_entries WHERE tenant_id = $1 ORDER BY action LIMIT 1)
         UNION ALL
         SELECT next.* FROM kinds, LATERAL (SELECT action, object_type FROM trail_entries
           WHERE tenant_id = $1 AND action > kinds.action ORDER BY action LIMIT 1) next
       ) SELECT action, object_type AS "objectType" FROM kinds`,
      [ctx.tenantId],
    );
    return {
      actions: rows.map(({ action }) => action),
      objectTypes: [...new Set(rows.map(({ objectType }) => objectType))].sort(),
    };
  }
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

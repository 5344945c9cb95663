import { Injectable } from '@nestjs/common';
import type { TrailKindsResponse } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import type { Ctx } from '@wheelhouse/platform-db';
import type { EntityManager } from 'typeorm';
import { firstIdOf } from './first-id.js';
import type { TrailRow } from './trail.presenter.js';
import type { TrailEntry, TrailWriter } from './trail.service.js';

export interface TrailFilter {
  action?: string;
  objectType?: string;
  objectId?: string;
  /** The person who did it. */
  personId?: string;
  /** Part of the actor's name. */
  actor?: string;
  /** First and last day in the tenant's time zone, both included. */
  from?: string;
  to?: string;
}

/** The audit trail, which is only ever added to. */
@Injectable()
export class TrailRepository {
  async insert(em: EntityManager, who: TrailWriter, entry: TrailEntry): Promise<void> {
    await em.query(
      `INSERT INTO trail_entries (tenant_id, id, at, actor_person_id, actor_name, ip, user_agent, session_id, request_id,
         action, object_type, object_id, before, after)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[who.tenantId, newId(who.at), who.at, who.personId, who.name, who.ip],
        ...[who.origin?.userAgent ?? null, who.origin?.sessionId ?? null, who.origin?.requestId ?? null],
        ...[entry.action, entry.objectType, entry.objectId, json(entry.before), json(entry.after)],
      ],
    );
  }

  /** Up to `limit` entries that are older than `before`, newest first. */
  async rows(ctx: Ctx, filter: TrailFilter, limit: number, before: string | null): Promise<TrailRow[]> {
    const conditions = ['e.tenant_id = $1'];
    const params: unknown[] = [ctx.tenantId];
    const where = (sql: string, value: unknown) => {
      params.push(value);
      conditions.push(sql.replaceAll('?', `$${params.length}`));
    };
    if (before) where('e.id < ?::uuid', before);
    if (filter.action) where('e.action = ?', filter.action);
    if (filter.objectType) where('e.object_type = ?', filter.objectType);
    if (filter.objectId) where('e.object_id = ?', filter.objectId);
    if (filter.personId) where('e.actor_person_id = ?', filter.personId);
    if (filter.actor) where('e.actor_name ILIKE ?', `%${filter.actor.replace(/[\\%_]/g, '\\$&')}%`);
    // An entry's id begins with its time, so that a period is a range of the primary key.
    if (filter.from) where('e.id >= ?', firstIdOf(filter.from, ctx.timeZone));
    if (filter.to) where('e.id < ?', firstIdOf(filter.to, ctx.timeZone, 1));
    params.push(limit);
    return ctx.em.query(
      `SELECT e.id, e.at, e.actor_person_id AS "actorPersonId", e.actor_name AS "actorName", e.ip, e.user_agent AS "userAgent",
         e.session_id AS "sessionId", e.request_id AS "requestId", e.action, e.object_type AS "objectType",
         e.object_id AS "objectId", e.before, e.after
       FROM trail_entries e WHERE ${conditions.join(' AND ')} ORDER BY e.id DESC LIMIT $${params.length}`,
      params,
    );
  }

  /** What this trail holds and its filters offer: actions, kinds of objects, people by their newest name. */
  async kinds(ctx: Ctx): Promise<TrailKindsResponse> {
    const actions = await this.distinct<{ value: string }>(ctx, 'action', 'NULL::text');
    const objectTypes = await this.distinct<{ value: string }>(ctx, 'object_type', 'NULL::text');
    const people = await this.distinct<{ value: string; name: string | null }>(ctx, 'actor_person_id', 'actor_name');
    return {
      actions: actions.map(({ value }) => value),
      objectTypes: objectTypes.map(({ value }) => value),
      people: people
        // Without the token that it was last done by.
        .map(({ value, name }) => ({ personId: value, name: name?.split(' · ')[0] ?? '' }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    };
  }

  /** Walks an index from one value to the next instead of reading every entry. */
  private distinct<T>(ctx: Ctx, column: 'action' | 'object_type' | 'actor_person_id', name: string): Promise<T[]> {
    const next = (beyond: string) =>
      `(SELECT ${column} AS value, ${name} AS name FROM trail_entries
        WHERE tenant_id = $1 AND ${column} IS NOT NULL ${beyond} ORDER BY ${column} DESC, id DESC LIMIT 1)`;
    return ctx.em.query(
      `WITH RECURSIVE kinds AS (${next('')} UNION ALL
         SELECT further.* FROM kinds, LATERAL ${next(`AND ${column} < kinds.value`)} further)
       SELECT value, name FROM kinds ORDER BY value`,
      [ctx.tenantId],
    );
  }
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Purpose } from './secret-box.js';

/** Where secrets lie, and the column that each is about. */
interface Place {
  table: string;
  column: string;
  about: string;
  purpose: Purpose;
}

export const OF_PEOPLE: Place[] = [
  { table: 'second_factors', column: 'secret', about: 'person_id', purpose: 'second-factor' },
];
export const OF_TENANTS: Place[] = [
  { table: 'sign_in_providers', column: 'client_secret', about: 'tenant_id', purpose: 'sign-in-provider' },
  { table: 'webhook_endpoints', column: 'secret', about: 'id', purpose: 'webhook' },
  { table: 'webhook_endpoints', column: 'old_secret', about: 'id', purpose: 'webhook' },
];

/** Every secret that lies sealed, whatever it is for. */
@Injectable()
export class SealedRowsRepository {
  /** Those that do not begin with `mark`: sealed with another key, or written before secrets were sealed. */
  unmarked(
    em: EntityManager,
    { table, column, about }: Place,
    tenantId: string | null,
    mark: string,
  ): Promise<{ about: string; secret: string }[]> {
    return em.query(
      `SELECT ${about} AS about, ${column} AS secret FROM ${table} WHERE NOT starts_with(${column}, $1)${within(tenantId, 2)}`,
      [mark, ...(tenantId ? [tenantId] : [])],
    );
  }

  /** Writes it sealed anew, unless somebody has changed it meanwhile. */
  async replace(
    em: EntityManager,
    { table, column, about }: Place,
    tenantId: string | null,
    row: { about: string; secret: string },
    secret: string,
  ): Promise<void> {
    await em.query(`UPDATE ${table} SET ${column} = $3 WHERE ${about} = $1 AND ${column} = $2${within(tenantId, 4)}`, [
      row.about,
      row.secret,
      secret,
      ...(tenantId ? [tenantId] : []),
    ]);
  }
}

const within = (tenantId: string | null, at: number) => (tenantId ? ` AND tenant_id = $${at}` : '');

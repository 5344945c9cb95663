import { Injectable } from '@nestjs/common';
import type { OperatorAction, OperatorEntry } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { DataSource, type EntityManager } from 'typeorm';

export interface NewOperatorEntry {
  at: Date;
  /** Null: the house itself. */
  by: string | null;
  action: OperatorAction | 'operator.sign_out';
  /** Null: it concerns no tenant. */
  tenantId: string | null;
  slug: string | null;
  detail?: object;
}

/** What operators did with tenants, which it outlives, and with each other. The application may add to it and read it, nothing else. */
@Injectable()
export class OperatorEntriesRepository {
  constructor(private readonly source: DataSource) {}

  async record(em: EntityManager, { at, by, action, tenantId, slug, detail }: NewOperatorEntry): Promise<void> {
    await em.query(
      `INSERT INTO operator_entries (id, at, person_name, action, tenant_ref, slug, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), at, by, action, tenantId, slug, detail ? JSON.stringify(detail) : null],
    );
  }

  /** When an operator was last signed out by one, and by whom. */
  async lastSignOut(operatorId: string): Promise<{ at: string; by: string | null } | null> {
    const [row] = await this.source.query(
      `SELECT at, person_name AS by FROM operator_entries
       WHERE action = 'operator.sign_out' AND tenant_ref IS NULL AND detail ->> 'operatorId' = $1 ORDER BY at DESC, id DESC LIMIT 1`,
      [operatorId],
    );
    return row ?? null;
  }

  /** The newest 100 about a tenant. */
  of(tenantId: string): Promise<OperatorEntry[]> {
    return this.source.query(
      `SELECT id, at, person_name AS by, action, slug, detail FROM operator_entries
       WHERE tenant_ref = $1 ORDER BY at DESC, id DESC LIMIT 100`,
      [tenantId],
    );
  }
}

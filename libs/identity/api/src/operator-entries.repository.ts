import { Injectable } from '@nestjs/common';
import type { OperatorAction, OperatorEntry } from '@wheelhouse/contracts';
import { newId } from '@wheelhouse/kernel';
import { DataSource, type EntityManager } from 'typeorm';

export interface NewOperatorEntry {
  at: Date;
  /** Null: the house itself. */
  by: string | null;
  action: OperatorAction;
  tenantId: string;
  slug: string;
  detail?: object;
}

/** What operators did with tenants; it outlives them. The application may add to it and read it, nothing else. */
@Injectable()
export class OperatorEntriesRepository {
  constructor(private readonly source: DataSource) {}

  async record(em: EntityManager, { at, by, action, tenantId, slug, detail }: NewOperatorEntry): Promise<void> {
    await em.query(
      `INSERT INTO operator_entries (id, at, person_name, action, tenant_ref, slug, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), at, by, action, tenantId, slug, detail ? JSON.stringify(detail) : null],
    );
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

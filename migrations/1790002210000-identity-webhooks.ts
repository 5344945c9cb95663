import { createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events as they happened (the outbox of everything outside), webhook endpoints, deliveries and their attempts. */
export class IdentityWebhooks1790002210000 implements MigrationInterface {
  name = 'IdentityWebhooks1790002210000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'events',
      `
      type text NOT NULL,
      data jsonb NOT NULL,
      occurred_at timestamptz NOT NULL
    `,
      'SELECT, INSERT, DELETE',
    );
    await createTenantTable(
      db,
      'webhook_endpoints',
      `
      url text NOT NULL,
      description text NOT NULL DEFAULT '',
      events text[] NOT NULL,
      enabled boolean NOT NULL DEFAULT true,
      disabled_reason text CHECK (disabled_reason IN ('manual', 'failing', 'gone')),
      secret text NOT NULL,
      old_secret text,
      old_secret_until timestamptz,
      failing_since timestamptz,
      paused_until timestamptz,
      leased_until timestamptz,
      CONSTRAINT webhook_endpoints__reason CHECK (enabled = (disabled_reason IS NULL))
    `,
    );
    await createTenantTable(
      db,
      'webhook_deliveries',
      `
      endpoint_id uuid NOT NULL,
      event_id uuid NOT NULL,
      type text NOT NULL,
      status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'failed')),
      attempts integer NOT NULL DEFAULT 0,
      round integer NOT NULL DEFAULT 0,
      next_at timestamptz,
      CONSTRAINT webhook_deliveries__tenant_id__endpoint_id__event_id UNIQUE (tenant_id, endpoint_id, event_id),
      CONSTRAINT webhook_deliveries__next CHECK ((status = 'waiting') = (next_at IS NOT NULL)),
      CONSTRAINT webhook_deliveries__endpoint__fk FOREIGN KEY (tenant_id, endpoint_id)
        REFERENCES webhook_endpoints (tenant_id, id) ON DELETE CASCADE,
      CONSTRAINT webhook_deliveries__event__fk FOREIGN KEY (tenant_id, event_id)
        REFERENCES events (tenant_id, id) ON DELETE CASCADE
    `,
    );
    await createTenantTable(
      db,
      'webhook_attempts',
      `
      delivery_id uuid NOT NULL,
      number integer NOT NULL,
      at timestamptz NOT NULL,
      duration_ms integer NOT NULL,
      status integer,
      failure text,
      answer text NOT NULL DEFAULT '',
      CONSTRAINT webhook_attempts__delivery__fk FOREIGN KEY (tenant_id, delivery_id)
        REFERENCES webhook_deliveries (tenant_id, id) ON DELETE CASCADE
    `,
      'SELECT, INSERT',
    );
    await db.query(`
      CREATE INDEX webhook_deliveries__tenant_id__due ON webhook_deliveries (tenant_id, endpoint_id, next_at) WHERE status = 'waiting';
      CREATE INDEX webhook_deliveries__tenant_id__event_id ON webhook_deliveries (tenant_id, event_id);
      CREATE INDEX webhook_attempts__tenant_id__delivery_id ON webhook_attempts (tenant_id, delivery_id, number);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE webhook_attempts, webhook_deliveries, webhook_endpoints, events`);
  }
}

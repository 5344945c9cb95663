import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** Something that happened, for whoever listens outside; swept after a while. */
@Entity('events')
export class EventEntity extends TenantEntity {
  @Column('text')
  type: string;

  @Column('jsonb')
  data: object;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt: Date;
}

/** Where events are sent to. */
@Entity('webhook_endpoints')
export class WebhookEndpointEntity extends TenantEntity {
  @Column('text')
  url: string;

  @Column('text')
  description: string;

  @Column('text', { array: true })
  events: string[];

  @Column('boolean')
  enabled: boolean;

  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason: 'manual' | 'failing' | 'gone' | null;

  /** Sealed: see SecretBox. */
  @Column('text')
  secret: string;

  @Column('text', { name: 'old_secret', nullable: true })
  oldSecret: string | null;

  @Column('timestamptz', { name: 'old_secret_until', nullable: true })
  oldSecretUntil: Date | null;

  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince: Date | null;

  /** After a failure the target has a pause, whatever else waits for it. */
  @Column('timestamptz', { name: 'paused_until', nullable: true })
  pausedUntil: Date | null;

  /** Until then one worker alone sends to it. */
  @Column('timestamptz', { name: 'leased_until', nullable: true })
  leasedUntil: Date | null;
}

/** One event on its way to one endpoint. */
@Entity('webhook_deliveries')
export class WebhookDeliveryEntity extends TenantEntity {
  @Column('uuid', { name: 'endpoint_id' })
  endpointId: string;

  @Column('uuid', { name: 'event_id' })
  eventId: string;

  @Column('text')
  type: string;

  @Column('text')
  status: string;

  @Column('integer')
  attempts: number;

  /** Attempts since it was last sent anew. */
  @Column('integer')
  round: number;

  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt: Date | null;
}

/** One try of a delivery and what came back. */
@Entity('webhook_attempts')
export class WebhookAttemptEntity extends TenantEntity {
  @Column('uuid', { name: 'delivery_id' })
  deliveryId: string;

  @Column('integer')
  number: number;

  @Column('timestamptz')
  at: Date;

  @Column('integer', { name: 'duration_ms' })
  durationMs: number;

  @Column('integer', { nullable: true })
  status: number | null;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('text')
  answer: string;
}

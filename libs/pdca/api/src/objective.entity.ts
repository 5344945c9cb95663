import type { Effect, Measurement, Metric, ObjectiveDecision } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A baseline as it is kept: with the standard deviation that a later comparison of means needs. */
export interface KeptBaseline extends Measurement {
  sd: number | null;
}

/** An objective (目标) of a cycle. */
@Entity('objectives')
export class ObjectiveEntity extends TenantEntity {
  @Column('uuid', { name: 'cycle_id' })
  cycleId: string;

  /** Counts the changes by hand. */
  @Column('integer')
  revision: number;

  @Column('jsonb')
  name: LocalizedText;

  @Column('jsonb')
  metric: Metric;

  @Column('text')
  direction: 'up' | 'down';

  @Column('jsonb', { nullable: true })
  baseline: KeptBaseline | null;

  @Column('double precision', { nullable: true })
  target: number | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  /** What `measure` fixed in the check phase. */
  @Column('jsonb', { nullable: true })
  measured: Effect | null;

  @Column('text', { nullable: true })
  decision: ObjectiveDecision | null;

  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason: string | null;
}

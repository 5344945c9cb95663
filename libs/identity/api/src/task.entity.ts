import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A long piece of work that a person asked for and can watch. */
@Entity('tasks')
export class TaskEntity extends TenantEntity {
  @Column('text')
  kind: string;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @Column('text')
  status: 'queued' | 'running' | 'done' | 'failed';

  @Column('real')
  progress: number;

  @Column('text', { nullable: true })
  error: string | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}

import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** One archive of everything that a tenant has, and how far its making is. */
@Entity('tenant_exports')
export class TenantExportEntity extends TenantEntity {
  @Column('text', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @Column('text')
  state: 'waiting' | 'running' | 'done' | 'failed';

  @Column('real')
  progress: number;

  @Column('bigint', { nullable: true })
  bytes: string | null;

  /** In hex. */
  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;
}

/** A piece of an archive: in the database, so that every process on every machine can hand it out. */
@Entity('tenant_export_parts')
export class TenantExportPartEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'export_id' })
  exportId: string;

  @PrimaryColumn('integer')
  part: number;

  @Column('bytea')
  content: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

/** What a tenant kept on a day. */
@Entity('tenant_measurements')
export class TenantMeasurementEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('date')
  day: string;

  @Column('bigint', { name: 'storage_bytes' })
  storageBytes: string;

  @Column('timestamptz', { name: 'measured_at' })
  measuredAt: Date;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

/** How many requests a tenant made in a minute, over all processes. */
@Entity('tenant_minutes')
export class TenantMinuteEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('timestamptz')
  minute: Date;

  @Column('integer')
  requests: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

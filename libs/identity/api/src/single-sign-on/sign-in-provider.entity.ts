import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A tenant's own OpenID Connect provider. */
@Entity('sign_in_providers')
export class SignInProviderEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @Column('text')
  issuer: string;

  @Column('text', { name: 'client_id' })
  clientId: string;

  /** Sealed: see SecretBox. */
  @Column('text', { name: 'client_secret' })
  clientSecret: string;

  /** It sends people back to an address that is this tenant's alone. */
  @Column('boolean', { name: 'own_return' })
  ownReturn: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** Who somebody at a tenant's provider is here. */
@Entity('external_identities')
export class ExternalIdentityEntity extends TenantEntity {
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  issuer: string;

  @Column('text')
  subject: string;
}

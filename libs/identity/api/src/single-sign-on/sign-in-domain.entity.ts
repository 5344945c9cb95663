import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail domain whose people sign in at one tenant's provider: read before a tenant is known. */
@Entity('sign_in_domains')
export class SignInDomainEntity {
  @PrimaryColumn('text')
  domain: string;

  /** The tenant. */
  @Column('uuid', { name: 'owner_id' })
  ownerId: string;
}

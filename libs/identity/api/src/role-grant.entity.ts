import type { Role, ScopeKind } from '@wheelhouse/contracts';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A role of a member, and where it reaches. */
@Entity('role_grants')
export class RoleGrantEntity extends TenantEntity {
  @Column('uuid', { name: 'member_id' })
  memberId: string;

  @Column('text')
  role: Role;

  @Column('text', { name: 'scope_kind' })
  scopeKind: ScopeKind;

  @Column('uuid', { name: 'scope_id', nullable: true })
  scopeId: string | null;
}

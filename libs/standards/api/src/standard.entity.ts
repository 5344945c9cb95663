import type { StandardKind } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { TenantEntity } from '@wheelhouse/platform-db';
import { Column, Entity } from 'typeorm';

/** A service standard (服务标准). Its code and kind never change; its name is that of its newest version. */
@Entity('standards')
export class StandardEntity extends TenantEntity {
  @Column('text')
  code: string;

  @Column('text')
  kind: StandardKind;

  @Column('jsonb')
  name: LocalizedText;
}

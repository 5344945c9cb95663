import { createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The org tree, outlets, peer groups, and when each unit and outlet hung where. */
export class OrgCreateNetwork1790000100000 implements MigrationInterface {
  name = 'OrgCreateNetwork1790000100000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'org_units',
      `
      parent_id uuid,
      kind text NOT NULL CHECK (kind IN ('hq', 'region', 'area')),
      code text NOT NULL,
      name jsonb NOT NULL,
      CONSTRAINT org_units__tenant_id__code UNIQUE (tenant_id, code),
      CONSTRAINT org_units__parent__fk FOREIGN KEY (tenant_id, parent_id) REFERENCES org_units (tenant_id, id)
    `,
    );
    await db.query(`
      CREATE UNIQUE INDEX org_units__tenant_id__root ON org_units (tenant_id) WHERE parent_id IS NULL;
      CREATE INDEX org_units__tenant_id__parent_id ON org_units (tenant_id, parent_id);
    `);
    await createTenantTable(
      db,
      'peer_groups',
      `
      code text NOT NULL,
      name jsonb NOT NULL,
      CONSTRAINT peer_groups__tenant_id__code UNIQUE (tenant_id, code)
    `,
      'SELECT, INSERT, UPDATE, DELETE',
    );
    await createTenantTable(
      db,
      'outlets',
      `
      code text NOT NULL,
      name jsonb NOT NULL,
      kind text NOT NULL,
      org_unit_id uuid NOT NULL,
      peer_group_id uuid,
      city_tier text CHECK (city_tier IN ('1', '2', '3', '4')),
      city jsonb,
      latitude double precision CHECK (latitude BETWEEN -90 AND 90),
      longitude double precision CHECK (longitude BETWEEN -180 AND 180),
      time_zone text NOT NULL,
      opened_on date NOT NULL,
      closed_on date,
      attributes jsonb NOT NULL DEFAULT '{}',
      CONSTRAINT outlets__tenant_id__code UNIQUE (tenant_id, code),
      CONSTRAINT outlets__org_unit__fk FOREIGN KEY (tenant_id, org_unit_id) REFERENCES org_units (tenant_id, id),
      CONSTRAINT outlets__peer_group__fk FOREIGN KEY (tenant_id, peer_group_id) REFERENCES peer_groups (tenant_id, id),
      CONSTRAINT outlets__closed_on CHECK (closed_on IS NULL OR closed_on >= opened_on)
    `,
    );
    await db.query(`CREATE INDEX outlets__tenant_id__org_unit_id ON outlets (tenant_id, org_unit_id)`);
    await createTenantTable(
      db,
      'org_unit_placements',
      `
      org_unit_id uuid NOT NULL,
      parent_id uuid,
      valid_from date NOT NULL,
      valid_until date,
      CONSTRAINT org_unit_placements__tenant_id__org_unit_id__valid_from UNIQUE (tenant_id, org_unit_id, valid_from),
      CONSTRAINT org_unit_placements__order CHECK (valid_until IS NULL OR valid_until > valid_from),
      CONSTRAINT org_unit_placements__org_unit__fk FOREIGN KEY (tenant_id, org_unit_id) REFERENCES org_units (tenant_id, id),
      CONSTRAINT org_unit_placements__parent__fk FOREIGN KEY (tenant_id, parent_id) REFERENCES org_units (tenant_id, id)
    `,
    );
    await createTenantTable(
      db,
      'outlet_placements',
      `
      outlet_id uuid NOT NULL,
      org_unit_id uuid NOT NULL,
      valid_from date NOT NULL,
      valid_until date,
      CONSTRAINT outlet_placements__tenant_id__outlet_id__valid_from UNIQUE (tenant_id, outlet_id, valid_from),
      CONSTRAINT outlet_placements__order CHECK (valid_until IS NULL OR valid_until > valid_from),
      CONSTRAINT outlet_placements__outlet__fk FOREIGN KEY (tenant_id, outlet_id) REFERENCES outlets (tenant_id, id),
      CONSTRAINT outlet_placements__org_unit__fk FOREIGN KEY (tenant_id, org_unit_id) REFERENCES org_units (tenant_id, id)
    `,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE outlet_placements, org_unit_placements, outlets, peer_groups, org_units`);
  }
}

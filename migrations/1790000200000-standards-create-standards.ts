import { createTenantTable } from '@wheelhouse/platform-db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Standards and their versions. A published body can never change again: the database refuses it too. The body is `json`,
 * not `jsonb`: its dictionaries are ordered lists (touchpoints in the order of the customer's journey).
 */
export class StandardsCreateStandards1790000200000 implements MigrationInterface {
  name = 'StandardsCreateStandards1790000200000';

  async up(db: QueryRunner): Promise<void> {
    await createTenantTable(
      db,
      'standards',
      `
      code text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('after_sales', 'sales', 'mystery_shop', 'store')),
      name jsonb NOT NULL,
      CONSTRAINT standards__tenant_id__code UNIQUE (tenant_id, code)
    `,
      'SELECT, INSERT, UPDATE, DELETE',
    );
    await createTenantTable(
      db,
      'standard_versions',
      `
      standard_id uuid NOT NULL,
      version text NOT NULL,
      status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'retired')),
      revision integer NOT NULL DEFAULT 1,
      body json NOT NULL,
      item_count integer NOT NULL GENERATED ALWAYS AS
        (jsonb_array_length(jsonb_path_query_array(body::jsonb, '$.sections[*].items[*]'))) STORED,
      published_at timestamptz,
      published_by uuid,
      retired_at timestamptz,
      CONSTRAINT standard_versions__tenant_id__standard_id__version UNIQUE (tenant_id, standard_id, version),
      CONSTRAINT standard_versions__standard__fk FOREIGN KEY (tenant_id, standard_id) REFERENCES standards (tenant_id, id),
      CONSTRAINT standard_versions__published CHECK ((status = 'draft') = (published_at IS NULL))
    `,
      'SELECT, INSERT, UPDATE, DELETE',
    );
    await db.query(`
      CREATE UNIQUE INDEX standard_versions__tenant_id__standard_id__draft
        ON standard_versions (tenant_id, standard_id) WHERE status = 'draft';
      CREATE FUNCTION refuse_change_of_published_standard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'draft' AND (TG_OP = 'DELETE' OR NEW.body::text <> OLD.body::text
            OR NEW.version <> OLD.version OR NEW.standard_id <> OLD.standard_id OR NEW.status = 'draft') THEN
          RAISE EXCEPTION 'a published standard version never changes' USING ERRCODE = 'WH001';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER standard_versions__frozen BEFORE UPDATE OR DELETE ON standard_versions
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_standard();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE standard_versions, standards; DROP FUNCTION refuse_change_of_published_standard()`);
  }
}

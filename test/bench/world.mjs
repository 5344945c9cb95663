import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AppModule } from '@wheelhouse/api/app';
import { IdentityFacade } from '@wheelhouse/identity-api';
import { lastClosedWeek } from '@wheelhouse/kernel';
import { readConfig } from '@wheelhouse/platform-config';
import { CloseWeekCommand } from '@wheelhouse/reports-api';
import { addTenants, answersFor, standardBody, ZONE } from '../support/many-tenants.mjs';

/** Outlets of the tenant that is measured, and of each of its neighbours. */
const OUTLETS = 200;
const NEIGHBOUR_OUTLETS = 20;
const WEEKS = 13;

/** One tenant that is measured, always the same, among neighbours that are added. */
export class BenchWorld {
  tenants = 0;

  static async open({ adminUrl, appUrl }) {
    const world = new BenchWorld();
    world.db = new pg.Client({ connectionString: adminUrl });
    await world.db.connect();
    world.body = standardBody();
    world.answers = answersFor(world.body);
    world.week = lastClosedWeek(new Date(), ZONE);
    [world.tenant] = await world.#add('bench', 1, OUTLETS);
    await closeWeeks(appUrl, world.tenant.id);
    return world;
  }

  /** Brings the database to so many tenants, with a history and a report each, and PostgreSQL's statistics up to date. */
  async growTo(tenants) {
    if (tenants > this.tenants) {
      const neighbours = await this.#add(`bench-${tenants}`, tenants - this.tenants, NEIGHBOUR_OUTLETS);
      await this.#copyReports(neighbours.map(({ id }) => id));
    }
    await this.db.query('VACUUM ANALYZE');
  }

  async close() {
    await this.db.end();
  }

  async #add(prefix, count, outlets) {
    const tenants = await addTenants(this.db, { prefix, count, outlets, body: this.body });
    const ids = tenants.map(({ id }) => id);
    await this.db.query(
      `INSERT INTO observations (tenant_id, id, outlet_id, source, standard_version_id, visit_date, week_start, score,
         section_scores, red_lines, failed, status)
       SELECT o.tenant_id, uuidv7(), o.id, 'audit', v.id, w::date + 1, w::date, 60 + abs(hashtext(o.id::text || w)) % 40, '{}', '{}', false, 'counted'
       FROM outlets o JOIN standard_versions v USING (tenant_id), generate_series($2::date - 7 * ($3::int - 1), $2::date, '7 days') w
       WHERE o.tenant_id = ANY ($1)`,
      [ids, this.week.start, WEEKS],
    );
    await this.db.query(
      `INSERT INTO outlet_weeks (tenant_id, outlet_id, source, week_start, n, total, total_squares)
       SELECT tenant_id, outlet_id, source, week_start, 1, score, score * score FROM observations WHERE tenant_id = ANY ($1)`,
      [ids],
    );
    await this.db.query(
      `INSERT INTO audits (tenant_id, id, kind, status, outlet_id, standard_version_id, auditor_member_id, visit_date, answers,
         content_hash, result, score, grade, submitted_at, published_at)
       SELECT o.tenant_id, o.id, 'supervisor_audit', 'published', o.outlet_id, o.standard_version_id, m.member_id, o.visit_date, $2,
         'none', '{"sections": []}', o.score, 'B', now(), now()
       FROM observations o JOIN role_grants m ON m.tenant_id = o.tenant_id AND m.role = 'supervisor'
       WHERE o.tenant_id = ANY ($1) AND o.week_start = $3`,
      [ids, JSON.stringify(this.answers), this.week.start],
    );
    this.tenants += count;
    return tenants;
  }

  /** Neighbours have the newest edition too: the measured tenant's, with rows of their own outlets. */
  async #copyReports(ids) {
    await this.db.query(
      `INSERT INTO editions (tenant_id, id, period, period_start, period_end, audience_kind, audience_id, audience_name, number, made_at, score, body)
       SELECT t.id, uuidv7(), e.period, e.period_start, e.period_end, 'tenant', t.id, e.audience_name, 1, e.made_at, e.score, e.body
       FROM editions e, unnest($1::uuid[]) AS t (id)
       WHERE e.tenant_id = $2 AND e.period_start = $3 AND e.audience_kind = 'tenant'`,
      [ids, this.tenant.id, this.week.start],
    );
    await this.db.query(
      `INSERT INTO edition_rows (tenant_id, edition_id, outlet_id, org_unit_ids, listing, rank, score, estimate, change, n, findings, name_search, row)
       SELECT e.tenant_id, e.id, o.id, ARRAY[o.org_unit_id], r.listing, r.rank, r.score, r.estimate, r.change, r.n, r.findings, r.name_search, r.row
       FROM editions e JOIN outlets o USING (tenant_id)
       JOIN (SELECT er.*, row_number() OVER (ORDER BY er.outlet_id) AS at FROM edition_rows er JOIN editions of ON of.tenant_id = er.tenant_id AND of.id = er.edition_id
              WHERE er.tenant_id = $2 AND of.period_start = $3 AND of.audience_kind = 'tenant') r ON 'B' || r.at = o.code
       WHERE e.tenant_id = ANY ($1)`,
      [ids, this.tenant.id, this.week.start],
    );
  }
}

/** Closes what is due, by the product's own command. */
async function closeWeeks(appUrl, tenantId) {
  const config = readConfig({ DATABASE_URL: appUrl, NODE_ENV: 'production' });
  const app = await NestFactory.createApplicationContext(AppModule.command(config), { logger: false });
  const identity = app.get(IdentityFacade, { strict: false });
  const command = app.get(CloseWeekCommand, { strict: false });
  for (const week of await identity.runAsSystem(tenantId, 'en', (ctx) => command.due(ctx)))
    await identity.runAsSystem(tenantId, 'en', (ctx) => command.run(ctx, week));
  await app.close();
}

import { Injectable } from '@nestjs/common';
import type { Metric } from '@wheelhouse/contracts';
import type { LocalDate } from '@wheelhouse/kernel';
import type { Sample, Window } from '@wheelhouse/pdca-domain';
import type { Ctx } from '@wheelhouse/platform-db';

/** What is measured, where. Sections and items are those of one standard, in whichever of its versions has them. */
export interface MetricScope {
  metric: Metric;
  standardId: string | null;
  /** The outlets of the cycle; all others of the tenant are its control group. */
  outletIds: string[];
}

interface Aggregate {
  n: number;
  mean: number | null;
  sd: number | null;
  passed: number;
}

const COUNTED = `o.tenant_id = $1 AND o.status = 'counted' AND o.source = $2 AND o.visit_date BETWEEN $3 AND $4 AND o.score IS NOT NULL`;

/** One row for each counted audit: outlet, week, value (0–100). Parameters: $1–$4 as in COUNTED, $5 outlets, $6 standard, $7 part. */
const READINGS: Record<Metric['kind'], string> = {
  source_score: `SELECT o.outlet_id, o.week_start, o.score AS value FROM observations o WHERE ${COUNTED}`,
  section_score: `
    SELECT o.outlet_id, o.week_start, (o.section_scores ->> $7::text)::double precision AS value
    FROM observations o JOIN standard_versions v ON v.tenant_id = $1 AND v.id = o.standard_version_id
    WHERE ${COUNTED} AND v.standard_id = $6::uuid AND o.section_scores ->> $7::text IS NOT NULL`,
  item_pass_rate: `
    SELECT o.outlet_id, o.week_start, CASE WHEN f.audit_id IS NULL THEN 100 ELSE 0 END::double precision AS value
    FROM observations o
    LEFT JOIN findings f ON f.tenant_id = $1 AND f.audit_id = o.id AND f.item_id = $7::text AND f.counted
     AND f.visit_date BETWEEN $3 AND $4
    WHERE ${COUNTED} AND o.standard_version_id IN (
      SELECT v.id FROM standard_versions v WHERE v.tenant_id = $1 AND v.standard_id = $6::uuid
        AND jsonb_path_exists(v.body::jsonb, '$.sections[*].items[*] ? (@.id == $item)', jsonb_build_object('item', $7::text)))`,
};

/** A group of readings; `passed` are those at 100. */
const AGGREGATE = `count(*)::int AS n, avg(value) AS mean, stddev_samp(value) AS sd, (count(*) FILTER (WHERE value = 100))::int AS passed`;

/** Reads what audits have shown, for baselines, effects and trends. Only what counts: nothing under embargo. */
@Injectable()
export class CycleMetricsRepository {
  /** The metric's sample over a window, in the cycle's outlets and in all others. */
  async samples(ctx: Ctx, scope: MetricScope, window: Window): Promise<{ inside: Sample; outside: Sample }> {
    const rows: (Aggregate & { inside: boolean })[] = await ctx.em.query(
      `SELECT outlet_id = ANY($5::uuid[]) AS inside, ${AGGREGATE} FROM (${READINGS[scope.metric.kind]}) r GROUP BY 1`,
      parametersOf(ctx, scope, window),
    );
    const of = (inside: boolean) =>
      sampleOf(
        scope.metric,
        rows.find((row) => row.inside === inside),
      );
    return { inside: of(true), outside: of(false) };
  }

  /** The metric in the cycle's outlets by the tenant's weeks (their first days); weeks without audits are left out. */
  async byWeek(ctx: Ctx, scope: MetricScope, window: Window): Promise<Map<LocalDate, Sample>> {
    const rows: (Aggregate & { week: LocalDate })[] = await ctx.em.query(
      `SELECT week_start::text AS week, ${AGGREGATE} FROM (${READINGS[scope.metric.kind]}) r
       WHERE outlet_id = ANY($5::uuid[]) GROUP BY week_start`,
      parametersOf(ctx, scope, window),
    );
    return new Map(rows.map((row) => [row.week, sampleOf(scope.metric, row)]));
  }
}

function parametersOf(ctx: Ctx, { metric, standardId, outletIds }: MetricScope, { from, to }: Window): unknown[] {
  const shared = [ctx.tenantId, metric.source, from, to, outletIds];
  return metric.kind === 'source_score' ? shared : [...shared, standardId, metric.sectionId ?? metric.itemId];
}

function sampleOf({ kind }: Metric, row: Aggregate | undefined): Sample {
  if (kind === 'item_pass_rate') return { kind: 'rate', n: row?.n ?? 0, passed: row?.passed ?? 0 };
  return { kind: 'mean', n: row?.n ?? 0, mean: row?.mean ?? 0, sd: row?.sd ?? null };
}

/** What every submission leaves behind, once: a table, the column that names the audit, and how many rows. */
const TRACES = [
  ['audits', 'id', `status = 'published'`],
  ['observations', 'id', `status = 'counted'`],
  ['trail_entries', 'object_id', `action = 'audit.submit'`],
  ['events', `(data ->> 'auditId')::uuid`, `type = 'audit.submitted'`],
];

/**
 * Counts, as the superuser, what is in the database against what clients were told.
 * @param {import('pg').Client} db
 * @param {{ sent: string[], acknowledged: string[], ordered?: string[], closings: { tenantId: string, weeks: string[], readers: number }[] }} told
 *   `ordered`: left out for a copy, whose tasks may be younger than it
 */
export async function count(db, { sent, acknowledged, ordered, closings }) {
  const one = async (sql, params) => Object.values((await db.query(sql, params)).rows[0])[0];
  let missing = 0;
  let twice = 0;
  for (const [table, id, which] of TRACES) {
    const traces = `SELECT ${id} AS id FROM ${table} WHERE ${which}`;
    missing += await one(
      `SELECT count(*)::int FROM unnest($1::uuid[]) AS a (id) WHERE NOT EXISTS (SELECT 1 FROM (${traces}) t WHERE t.id = a.id)`,
      [acknowledged],
    );
    twice += await one(
      `SELECT count(*)::int FROM (SELECT t.id FROM (${traces}) t JOIN unnest($1::uuid[]) AS a (id) USING (id)
         GROUP BY t.id HAVING count(*) > 1) AS more`,
      [sent],
    );
  }
  const unasked = await one(`SELECT count(*)::int FROM audits WHERE id <> ALL ($1::uuid[])`, [sent]);
  // Roll-ups and details against the audits themselves.
  const askew = await one(`
    SELECT count(*)::int FROM (
      SELECT tenant_id, outlet_id, week_start, source, count(*) AS n FROM observations WHERE status = 'counted' GROUP BY 1, 2, 3, 4) o
    FULL JOIN outlet_weeks w USING (tenant_id, outlet_id, week_start, source) WHERE w.n IS DISTINCT FROM o.n`);
  const torn = await one(`
    SELECT count(*)::int FROM audits a WHERE
      (SELECT count(*) FROM section_scores s WHERE s.tenant_id = a.tenant_id AND s.audit_id = a.id) <> jsonb_array_length(a.result -> 'sections')
      OR (SELECT count(*) FROM findings f WHERE f.tenant_id = a.tenant_id AND f.audit_id = a.id) <> a.finding_count`);
  const reports = await countReports(one, { ordered, closings });
  return { missing, duplicates: twice + unasked + askew + torn, reports };
}

/** Editions of weeks that closed by themselves (headquarters' and the region's, each with a mail), and those ordered by hand. */
async function countReports(one, { ordered, closings }) {
  const wanted = closings.flatMap(({ tenantId, weeks }) => weeks.map((week) => [tenantId, week]));
  const expected = wanted.length * 2;
  const made = await one(
    `SELECT coalesce(sum(least(2, (SELECT count(DISTINCT audience_kind) FROM editions e
         WHERE e.tenant_id = w.tenant_id AND e.period_start = w.week
           AND EXISTS (SELECT 1 FROM closed_weeks c WHERE c.tenant_id = w.tenant_id AND c.week_start = w.week)))), 0)::int
     FROM unnest($1::uuid[], $2::date[]) AS w (tenant_id, week)`,
    [wanted.map(([tenantId]) => tenantId), wanted.map(([, week]) => week)],
  );
  const addressed = closings.reduce((sum, { weeks, readers }) => sum + weeks.length * readers, 0);
  const letters = await one(
    `SELECT count(*)::int FROM mails WHERE dedupe_key LIKE 'weekly-report:%' AND tenant_id = ANY ($1::uuid[])`,
    [closings.map(({ tenantId }) => tenantId)],
  );
  const again = await one(
    `SELECT count(*)::int FROM (SELECT 1 FROM editions GROUP BY tenant_id, period_start, audience_kind, audience_id HAVING count(*) > 1) AS more`,
  );
  const { undone, unordered } = ordered ? await countOrders(one, ordered) : { undone: 0, unordered: 0 };
  return {
    expected,
    missing: expected - made + Math.max(0, addressed - letters) + undone,
    twice: again + Math.max(0, letters - addressed) + unordered,
  };
}

const countOrders = async (one, ordered) => ({
  undone: await one(
    `SELECT count(*)::int FROM unnest($1::uuid[]) AS o (id)
     WHERE NOT EXISTS (SELECT 1 FROM tasks t WHERE t.id = o.id AND t.status = 'done')`,
    [ordered],
  ),
  unordered: await one(`SELECT count(*)::int FROM tasks WHERE kind = 'make-report' AND id <> ALL ($1::uuid[])`, [
    ordered,
  ]),
});

/** What waits longer than it should while all is well, by kind; nothing is left out that a person would miss. */
export async function overdue(db, closings, graceMs) {
  const { rows } = await db.query(
    `SELECT
       (SELECT count(*)::int FROM unnest($1::uuid[], $2::date[]) AS w (tenant_id, week)
         WHERE NOT EXISTS (SELECT 1 FROM closed_weeks c WHERE c.tenant_id = w.tenant_id AND c.week_start = w.week)) AS weeks,
       (SELECT count(*)::int FROM mails WHERE status NOT IN ('sent', 'kept') AND created_at < now() - $3::interval) AS mails,
       (SELECT count(*)::int FROM webhook_deliveries WHERE status <> 'delivered' AND created_at < now() - $3::interval) AS deliveries,
       (SELECT count(*)::int FROM pgboss.job WHERE name = 'dispatch-event' AND state <= 'active' AND created_on < now() - $3::interval) AS events,
       (SELECT count(*)::int FROM tasks WHERE status <> 'done' AND created_at < now() - $3::interval) AS tasks`,
    [
      closings.flatMap(({ tenantId, weeks }) => weeks.map(() => tenantId)),
      closings.flatMap(({ weeks }) => weeks),
      `${graceMs} milliseconds`,
    ],
  );
  return rows[0];
}

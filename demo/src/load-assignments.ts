import type { EntityManager } from 'typeorm';
import { addDays } from '@wheelhouse/kernel';
import type { AuditWorld, ShopAssignment } from './load-audits.js';
import { insertRows } from './bulk-insert.js';
import type { Random } from './random.js';
import { WEEKS } from './truths.js';

/** Weeks whose self-check assignments are kept, so that reports can say what was missed. */
const WEEKS_WITH_TASKS = 8;

interface TaskRow {
  kind: string;
  outlet_id: string;
  standard_version_id: string;
  assignee_member_id: string | null;
  wave_id: string | null;
  window_from: string;
  window_to: string;
  status: string;
  audit_id: string | null;
}

/** Weekly self-check tasks (done or missed by what happened), this week's, the supervisors' next visits. */
export async function loadAssignments(em: EntityManager, world: AuditWorld, random: Random): Promise<void> {
  await insertTasks(em, world.tenantId, [...(await selfChecks(em, world)), ...visits(world)], random);
}

/** The tasks behind mystery shops that were done; written before their audits, which point at them. */
export async function loadShopTasks(
  em: EntityManager,
  world: AuditWorld,
  shops: ShopAssignment[],
  random: Random,
): Promise<void> {
  await insertTasks(em, world.tenantId, pastShops(world, shops), random);
}

async function insertTasks(
  em: EntityManager,
  tenantId: string,
  rows: (TaskRow & { id?: string })[],
  random: Random,
): Promise<void> {
  await insertRows(
    em,
    'assignments',
    rows.map((row) => {
      const created = new Date(`${row.window_from}T01:00:00Z`).toISOString();
      return {
        tenant_id: tenantId,
        ...row,
        id: row.id ?? random.id(new Date(created)),
        created_at: created,
        updated_at: created,
      };
    }),
  );
}

async function selfChecks(em: EntityManager, world: AuditWorld): Promise<TaskRow[]> {
  const standard = world.standards.self_check;
  if (!standard) return [];
  const done: { outlet: string; week: string; audit: string }[] = await em.query(
    `SELECT o.outlet_id AS outlet, o.week_start::text AS week, min(o.id::text) AS audit FROM observations o
     WHERE o.tenant_id = $1 AND o.source = 'self_check' AND o.week_start >= $2 GROUP BY 1, 2`,
    [world.tenantId, world.calendar.starts[WEEKS - WEEKS_WITH_TASKS]],
  );
  const doneBy = new Map(done.map((row) => [`${row.outlet} ${row.week}`, row.audit]));
  const task = (outletId: string, from: string, status: string, audit: string | null): TaskRow => ({
    kind: 'self_check',
    outlet_id: outletId,
    standard_version_id: standard.id,
    assignee_member_id: null,
    wave_id: null,
    window_from: from,
    window_to: addDays(from, 6),
    status,
    audit_id: audit,
  });
  return world.placed.outlets.flatMap((outlet) => {
    const past = world.calendar.starts.slice(-WEEKS_WITH_TASKS).map((from) => {
      const audit = doneBy.get(`${outlet.id} ${from}`) ?? null;
      return task(outlet.id, from, audit ? 'done' : 'missed', audit);
    });
    const isNew = world.truths.get(outlet.code)?.newcomer;
    return isNew
      ? [task(outlet.id, world.calendar.current.start, 'open', null)]
      : [...past, task(outlet.id, world.calendar.current.start, 'open', null)];
  });
}

/** Each region's supervisors are to visit four outlets this week and next. */
function visits(world: AuditWorld): TaskRow[] {
  const standard = world.standards.supervisor_audit;
  if (!standard) return [];
  return [...world.cast.supervisorsOf].flatMap(([region, emails]) =>
    world.placed.outlets
      .filter((outlet) => outlet.regionCode === region)
      .filter((_, i) => i % 7 === 3)
      .slice(0, 4)
      .map((outlet, i) => ({
        kind: 'supervisor_audit',
        outlet_id: outlet.id,
        standard_version_id: standard.id,
        assignee_member_id: world.members.get(emails[i % 2 === 0 ? 0 : 1] ?? '') ?? null,
        wave_id: null,
        window_from: world.calendar.current.start,
        window_to: addDays(world.calendar.current.start, 6 + 7 * (i % 2)),
        status: 'open',
        audit_id: null,
      })),
  );
}

function pastShops(world: AuditWorld, shops: ShopAssignment[]): (TaskRow & { id: string })[] {
  return shops.map((shop) => {
    const wave = world.waves.find(({ id }) => id === shop.waveId);
    return {
      id: shop.id,
      kind: 'mystery_shop',
      outlet_id: shop.outletId,
      standard_version_id: shop.versionId,
      assignee_member_id: shop.assigneeId,
      wave_id: shop.waveId,
      window_from: world.calendar.starts[wave?.from ?? 0] ?? '',
      window_to: addDays(world.calendar.starts[wave?.to ?? 0] ?? '', 6),
      status: 'done',
      audit_id: shop.auditId,
    };
  });
}

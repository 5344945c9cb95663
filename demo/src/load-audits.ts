import type { AuditKind, StandardBody } from '@wheelhouse/contracts';
import type { EntityManager } from 'typeorm';
import { addDays, type Weekday } from '@wheelhouse/kernel';
import type { SheetWish } from './answer-sheet.js';
import { planAudits, type PlanSettings, type PlannedAudit } from './audit-plan.js';
import { type AuditRow, makeAudit } from './audit-rows.js';
import { insertAudits, WeekRollUp } from './bulk-insert.js';
import type { Calendar } from './calendar.js';
import { loadShopTasks } from './load-assignments.js';
import type { PlacedNetwork, PlacedOutlet } from './load-network.js';
import type { Cast } from './people.js';
import type { Random } from './random.js';
import { CYCLE, LENIENCY, type OutletTruth, season, TRUTHS, WEEKS } from './truths.js';

export interface LoadedStandard {
  id: string;
  body: StandardBody;
}

export interface AuditWorld {
  tenantId: string;
  weekStart: Weekday;
  calendar: Calendar;
  placed: PlacedNetwork;
  cast: Cast;
  members: Map<string, string>;
  truths: Map<string, OutletTruth>;
  /** Standard used by each kind of audit. */
  standards: Partial<Record<AuditKind, LoadedStandard>>;
  plan: Omit<PlanSettings, 'weekStarts'>;
  /** Waves in the order of the plan: id and release day. */
  waves: { id: string; from: number; to: number; releaseOn: string }[];
}

/** A mystery shop that was assigned and done. */
export interface ShopAssignment {
  id: string;
  waveId: string;
  outletId: string;
  versionId: string;
  assigneeId: string;
  auditId: string;
}

const BATCH = 400;

/** Makes and writes every audit of the half year, outlet by outlet. Answers how many. */
export async function loadAudits(
  em: EntityManager,
  world: AuditWorld,
  random: Random,
  onProgress: (share: number) => void,
): Promise<number> {
  let batch: AuditRow[] = [];
  let shops: ShopAssignment[] = [];
  let count = 0;
  const weeks = new WeekRollUp();
  const flush = async (): Promise<void> => {
    await loadShopTasks(em, world, shops, random);
    await insertAudits(em, world.tenantId, batch);
    count += batch.length;
    [batch, shops] = [[], []];
  };
  for (const [index, outlet] of world.placed.outlets.entries()) {
    const truth = world.truths.get(outlet.code);
    if (!truth) continue;
    const planned = planAudits(index, truth, { ...world.plan, weekStarts: world.calendar.starts }, random);
    for (const audit of planned) {
      const row = oneAudit(world, outlet, index, truth, audit, random);
      if (!row) continue;
      batch.push(row);
      weeks.add(row);
      if (row.assignmentId && row.waveId) {
        shops.push({
          id: row.assignmentId,
          waveId: row.waveId,
          outletId: row.outletId,
          versionId: row.versionId,
          assigneeId: row.auditorId,
          auditId: row.id,
        });
      }
    }
    if (batch.length >= BATCH) {
      await flush();
      onProgress((index + 1) / world.placed.outlets.length);
    }
  }
  await flush();
  await weeks.write(em, world.tenantId, world.calendar.closesAt(WEEKS - 1));
  return count;
}

function oneAudit(
  world: AuditWorld,
  outlet: PlacedOutlet,
  index: number,
  truth: OutletTruth,
  audit: PlannedAudit,
  random: Random,
): AuditRow | null {
  const standard = world.standards[audit.kind];
  if (!standard) return null;
  const facts = {
    kind: audit.kind,
    outletId: outlet.id,
    versionId: standard.id,
    body: standard.body,
    visitDate: audit.visitDate,
    weekStart: world.weekStart,
  };
  const wish = wishFor(world, outlet, truth, audit, index);
  if (audit.kind !== 'mystery_shop')
    return makeAudit({ ...facts, auditorId: auditorOf(world, outlet, audit, index) }, wish, random);

  const wave = world.waves.find(({ from, to }) => audit.week >= from && audit.week <= to);
  const shopper = world.cast.shoppers[(index * 7 + audit.week) % world.cast.shoppers.length];
  const assigneeId = world.members.get(shopper ?? '');
  if (!wave || !assigneeId) return null;
  const assignmentId = random.id(world.calendar.opens(wave.from));
  return makeAudit(
    {
      ...facts,
      auditorId: assigneeId,
      assignmentId,
      waveId: wave.id,
      publishedAt: new Date(`${wave.releaseOn}T01:00:00Z`),
    },
    wish,
    random,
  );
}

const supervisorIndex = (index: number, week: number) => (index + week) % 2;

function auditorOf(world: AuditWorld, outlet: PlacedOutlet, audit: PlannedAudit, index: number): string {
  const email =
    audit.kind === 'self_check'
      ? world.cast.managerOf.get(outlet.id)
      : audit.kind === 'hq_audit'
        ? world.cast.people.find((person) => person.role === 'quality_manager')?.email
        : world.cast.supervisorsOf.get(outlet.regionCode)?.[supervisorIndex(index, audit.week)];
  const id = world.members.get(email ?? '');
  if (!id) throw new Error(`Demo: nobody audits ${outlet.code}`);
  return id;
}

/** What this audit is likely to find: the outlet's truth, the season, the region's cycle, and who is looking. */
function wishFor(
  world: AuditWorld,
  outlet: PlacedOutlet,
  truth: OutletTruth,
  audit: PlannedAudit,
  index: number,
): SheetWish {
  const code = world.standards[audit.kind]?.body.code ?? '';
  const own = code === 'TEA' ? TRUTHS.TEA : code === 'AS-4S' ? TRUTHS['AS-4S'] : null;
  const isSelf = audit.kind === 'self_check';
  const weekOfYear = Number((world.calendar.weeks[audit.week]?.key ?? '').slice(-2));
  const secondRegion = [...world.cast.supervisorsOf.keys()][1];
  const lenient =
    audit.kind === 'supervisor_audit' && outlet.regionCode === secondRegion && supervisorIndex(index, audit.week) === 1;
  const turned = outlet.regionCode === CYCLE.region && code === 'AS-4S' ? progress(audit.week) : 0;
  const base = audit.week === WEEKS - 1 && !isSelf ? (truth.lastWeekQuality ?? truth.quality) : truth.quality;
  const flattery = isSelf ? truth.selfFlattery : 0;
  const quality = Math.min(0.985, base + season(weekOfYear) + flattery + (lenient ? LENIENCY : 0) + 0.05 * turned);
  const special = new Map<string, number>();
  const honest = flattery > 0.1 ? 0.4 : 0;
  if (own) special.set(own.weakItem.id, Math.min(0.98, own.weakItem.chance + honest));
  if (own?.cycleItem) {
    const { before, after, id } = own.cycleItem;
    special.set(id, Math.min(0.98, before + (after - before) * turned + honest));
  }
  return { quality, special, missed: audit.missesRedLine && own ? [own.redLineItem] : [] };
}

/** How far the region's do-phase had come in a week, 0–1. */
function progress(week: number): number {
  return Math.min(1, Math.max(0, (week - CYCLE.startWeek) / (CYCLE.endWeek - CYCLE.startWeek - 2)));
}

/** The day on which a wave that ends in week `to` is released. */
export const releaseDay = (calendar: Calendar, to: number): string => addDays(calendar.weeks[to]?.end ?? '', 3);

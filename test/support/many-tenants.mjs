import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { v7 } from 'uuid';
import { weekOf } from '@wheelhouse/kernel';
import { DEFAULT_SCHEME } from '../../libs/org/api/dist/scheme.rule.js';

/**
 * Many tenants at once, written straight into the tables by a superuser, past every policy: for measurements, where making
 * a thousand of them through the API would take longer than what is measured.
 */

/** Cut-off and zone of every tenant made here. */
export const ZONE = { timeZone: 'Asia/Shanghai', weekStart: 1, cutoffWeekday: 1, cutoffHour: 6 };
const ROWS_AT_ONCE = 2_000;
const name = (en, zh) => ({ en, zh });

/** A published standard of 60 items, as the demo has it. */
export function standardBody() {
  const body = JSON.parse(fs.readFileSync(new URL('../../demo/content/AS-4S.json', import.meta.url), 'utf8'));
  body.sections.at(-1).items.splice(-2);
  return body;
}

/** Mostly met, one item in ten failed, a few notes: an ordinary audit. */
export function answersFor(body) {
  const answers = {};
  let n = 0;
  for (const item of body.sections.flatMap((section) => section.items)) {
    const fails = ++n % 10 === 0 && !item.critical;
    const note = n % 12 === 0 ? { note: 'Seen at 10:30 together with the workshop manager' } : {};
    if (item.type === 'yes_no') answers[item.id] = { value: !fails, ...note };
    else if (item.type === 'sample')
      answers[item.id] = { value: { ok: item.sample.size - (fails ? 2 : 0), n: item.sample.size }, ...note };
    else if (item.type === 'scale') answers[item.id] = { value: item.scale.max - (fails ? 2 : 0), ...note };
    else if (item.type === 'choice')
      answers[item.id] = { value: [...item.options].sort((a, b) => b.credit - a.credit)[fails ? 1 : 0].code, ...note };
    else
      answers[item.id] = {
        value: fails ? (item.numeric.full_at + item.numeric.zero_at) / 2 : item.numeric.full_at,
        ...note,
      };
  }
  return answers;
}

/**
 * Tenants named `<prefix>-1` …, each with headquarters, one region with `outlets` outlets, a published standard, an
 * administrator and `supervisors` of the region, all signed in.
 * @param {import('pg').Client} db a superuser's
 */
export async function addTenants(db, { prefix, count = 1, outlets = 20, supervisors = 1, body = standardBody() }) {
  const tenants = Array.from({ length: count }, (_, i) => aTenant(`${prefix}-${i + 1}`, outlets, supervisors));
  const each = (rowsOf) => tenants.flatMap(rowsOf);
  const people = each(({ id, admin, supervisors }) =>
    [admin, ...supervisors].map((person) => ({ tenantId: id, ...person })),
  );
  const zone = { time_zone: ZONE.timeZone, week_start: ZONE.weekStart };
  const cutoff = { cutoff_weekday: ZONE.cutoffWeekday, cutoff_hour: ZONE.cutoffHour };
  const units = each(({ id, rootId, regionId }) => [
    { tenant_id: id, id: rootId, parent_id: null, kind: 'hq', code: 'HQ', name: name('HQ', '总部') },
    { tenant_id: id, id: regionId, parent_id: rootId, kind: 'region', code: 'R1', name: name('East', '华东') },
  ]);
  const placed = each(({ id, rootId, regionId }) => [
    { tenant_id: id, id: v7(), org_unit_id: rootId, parent_id: null, valid_from: '1970-01-01' },
    { tenant_id: id, id: v7(), org_unit_id: regionId, parent_id: rootId, valid_from: '1970-01-01' },
  ]);
  const shops = each(({ id, regionId, outletIds }) => outletIds.map((outletId, i) => ({ id, regionId, outletId, i })));
  await db.query('BEGIN');
  await insert(
    db,
    'tenants',
    tenants.map(({ id, slug }) => ({ id, slug, name: name(slug, slug), ...zone, ...cutoff })),
  );
  await insert(
    db,
    'people',
    people.map(({ personId, email }) => ({ id: personId, email, name: email, password_hash: 'none' })),
  );
  await insert(
    db,
    'members',
    people.map(({ tenantId, memberId, personId }) => ({ tenant_id: tenantId, id: memberId, person_id: personId })),
  );
  await insert(db, 'org_units', units);
  await insert(db, 'org_unit_placements', placed);
  await insert(db, 'role_grants', people.map(grantOf));
  await insert(
    db,
    'schemes',
    tenants.map(({ id }) => ({ tenant_id: id, id: v7(), version: 1 })),
    { body: DEFAULT_SCHEME },
  );
  await insert(db, 'sessions', people.map(sessionOf));
  await insert(
    db,
    'standards',
    tenants.map(({ id, standardId }) => ({
      tenant_id: id,
      id: standardId,
      code: body.code,
      kind: 'after_sales',
      name: body.name,
    })),
  );
  const versions = tenants.map(({ id, standardId, versionId }) => ({
    tenant_id: id,
    id: versionId,
    standard_id: standardId,
    version: '1.0.0',
    status: 'published',
    published_at: new Date().toISOString(),
  }));
  await insert(db, 'standard_versions', versions, { body });
  await insert(
    db,
    'outlets',
    shops.map(({ id, regionId, outletId, i }) => ({
      tenant_id: id,
      id: outletId,
      code: `B${i + 1}`,
      name: name(`Outlet ${i + 1}`, `${i + 1}号店`),
      kind: '4s',
      org_unit_id: regionId,
      time_zone: ZONE.timeZone,
      opened_on: '2020-01-01',
      attributes: {},
    })),
  );
  await insert(
    db,
    'outlet_placements',
    shops.map(({ id, regionId, outletId }) => ({
      tenant_id: id,
      id: v7(),
      outlet_id: outletId,
      org_unit_id: regionId,
      valid_from: '2020-01-01',
    })),
  );
  await db.query('COMMIT');
  return tenants;
}

/** One counted audit of headquarters in every outlet on each of these days, as scores only: what reports are made of. */
export async function addScores(db, tenants, days) {
  const scores = tenants.flatMap(({ id, versionId, outletIds }) =>
    outletIds.flatMap((outletId, i) =>
      days.map((day, j) => ({ id, versionId, outletId, day, score: 60 + ((i * 7 + j * 11) % 40) })),
    ),
  );
  const week = (day) => weekOf(day, ZONE.weekStart).start;
  await db.query('BEGIN');
  await insert(
    db,
    'observations',
    scores.map(({ id, versionId, outletId, day, score }) => ({
      tenant_id: id,
      id: v7(),
      outlet_id: outletId,
      source: 'audit',
      standard_version_id: versionId,
      visit_date: day,
      week_start: week(day),
      score,
      section_scores: {},
      red_lines: '{}',
      failed: false,
      status: 'counted',
    })),
  );
  await insert(
    db,
    'outlet_weeks',
    scores.map(({ id, outletId, day, score }) => ({
      tenant_id: id,
      outlet_id: outletId,
      source: 'audit',
      week_start: week(day),
      n: 1,
      total: score,
      total_squares: score ** 2,
    })),
  );
  await db.query('COMMIT');
}

function aTenant(slug, outlets, supervisors) {
  const [id, rootId, regionId, standardId, versionId] = Array.from({ length: 5 }, () => v7());
  const person = (role, scopeKind, scopeId, n) => ({
    ...{ role, scopeKind, scopeId, email: `${role}${n}@${slug}.test` },
    ...{ personId: v7(), memberId: v7(), token: randomBytes(32).toString('base64url') },
  });
  return {
    ...{ id, slug, rootId, regionId, standardId, versionId },
    outletIds: Array.from({ length: outlets }, () => v7()),
    admin: person('hq_admin', 'tenant', null, 0),
    supervisors: Array.from({ length: supervisors }, (_, i) => person('supervisor', 'org_unit', regionId, i + 1)),
  };
}

const grantOf = ({ tenantId, memberId, role, scopeKind, scopeId }) => ({
  ...{ tenant_id: tenantId, id: v7(), member_id: memberId, role, scope_kind: scopeKind, scope_id: scopeId },
});

const sessionOf = ({ tenantId, personId, token }) => ({
  id: v7(),
  token_hash: `\\x${createHash('sha256').update(token).digest('hex')}`,
  person_id: personId,
  tenant_id: tenantId,
  expires_at: new Date(Date.now() + 86_400_000).toISOString(),
});

/** Rows of one shape; columns that none names keep their defaults. `same`: JSON values that all rows share. */
async function insert(db, table, rows, same = {}) {
  const own = Object.keys(rows[0] ?? {});
  const shared = Object.keys(same);
  const sql = `INSERT INTO ${table} (${[...own, ...shared]}) SELECT ${[...own, ...shared.map((_, i) => `$${i + 2}::json`)]}
    FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db.query(sql, [
      JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE)),
      ...shared.map((key) => JSON.stringify(same[key])),
    ]);
}

import type { AuditKind, StandardBody, StandardVersionResponse } from '@wheelhouse/contracts';
import { IdentityFacade, CreateTenantCommand } from '@wheelhouse/identity-api';
import { addDays, type Weekday } from '@wheelhouse/kernel';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { CloseWeekCommand } from '@wheelhouse/reports-api';
import { calendarFor, type Calendar } from './calendar.js';
import { insertRows } from './bulk-insert.js';
import { type Installation, PASSWORD } from './installation.js';
import { loadAssignments } from './load-assignments.js';
import { type AuditWorld, loadAudits, releaseDay } from './load-audits.js';
import { loadNetwork, loadPeople } from './load-network.js';
import type { DemoNetwork } from './network.types.js';
import { castOf } from './people.js';
import { Random } from './random.js';
import { truthsOf, WEEKS } from './truths.js';

/** What makes one demo tenant. */
export interface TenantStory {
  network: DemoNetwork;
  seed: number;
  /** Standards to import and publish, and which kinds of audit are done on each. */
  standards: { document: StandardBody; kinds: AuditKind[] }[];
  plan: AuditWorld['plan'];
  waves: { name: { en: string; zh: string }; scenario: { en: string; zh: string } }[];
  /** Outlet of the account manager@. */
  managerOutlet: string;
}

export type Progress = (what: string, share: number) => void;

export interface LoadedTenant {
  world: AuditWorld;
  calendar: Calendar;
  audits: number;
}

/** Makes a tenant with its network, people and standards, and half a year of audits. */
export async function loadTenant(
  installation: Installation,
  story: TenantStory,
  now: Date,
  onProgress: Progress,
): Promise<LoadedTenant> {
  const { network } = story;
  const { app, clock } = installation;
  const random = new Random(story.seed);
  const calendar = calendarFor(network, now);
  const founded = new Date(calendar.opens(0).getTime() - 30 * 86_400_000);
  const { accent, domain, ...tenant } = network.tenant;

  clock.set(founded);
  const tenantId = await app
    .get(CreateTenantCommand, { strict: false })
    .run(
      { ...tenant, admin: { email: `admin@${domain}`, name: '林建华', password: PASSWORD } },
      { personId: null, name: 'Wheelhouse demo', ip: null },
    );
  const truths = truthsOf(network.outlets, story.seed);
  const inTenant = <T>(work: Parameters<TenantTransactions['run']>[1]) =>
    app.get(TenantTransactions, { strict: false }).run({ tenantId }, work) as Promise<T>;
  const openedOn = (code: string) => (truths.get(code)?.newcomer ? (calendar.starts[WEEKS - 6] ?? '') : '2021-03-01');

  const { placed, cast, members } = await inTenant<Pick<AuditWorld, 'placed' | 'cast' | 'members'>>(async (em) => {
    const placedNetwork = await loadNetwork(em, tenantId, network, openedOn, founded, random);
    const theCast = castOf(network, placedNetwork, story.managerOutlet, random);
    const [admin] = await em.query(`SELECT password_hash FROM people WHERE email = $1`, [`admin@${domain}`]);
    const ids = await loadPeople(em, tenantId, theCast.people, admin.password_hash, founded, random);
    return { placed: placedNetwork, cast: theCast, members: ids };
  });
  onProgress(`${tenant.name.en}: ${placed.outlets.length} outlets`, 0.1);

  const asAdmin = await installation.as(`admin@${domain}`);
  await asAdmin('PATCH', '/api/v1/settings', { accent, scheme: network.scheme });
  const asQuality = await installation.as(`quality@${domain}`);
  const standards: AuditWorld['standards'] = {};
  for (const { document, kinds } of story.standards) {
    const draft = await asQuality<StandardVersionResponse>('POST', '/api/v1/standards/import', { document });
    const version = await asQuality<StandardVersionResponse>('POST', `/api/v1/standard-versions/${draft.id}/publish`);
    for (const kind of kinds) standards[kind] = { id: version.id, body: version.body };
  }

  const waves = story.plan.waves.map(([from, to]) => ({
    id: random.id(calendar.opens(from)),
    from,
    to,
    releaseOn: releaseDay(calendar, to),
  }));
  const world: AuditWorld = {
    tenantId,
    weekStart: tenant.weekStart as Weekday,
    calendar,
    placed,
    cast,
    members,
    truths,
    standards,
    plan: story.plan,
    waves,
  };
  const audits = await inTenant<number>(async (em) => {
    await insertRows(
      em,
      'waves',
      waves.map((wave, i) => ({
        tenant_id: tenantId,
        id: wave.id,
        name: story.waves[i]?.name,
        standard_version_id: standards.mystery_shop?.id,
        scenario: story.waves[i]?.scenario,
        window_from: calendar.starts[wave.from],
        window_to: addDays(calendar.starts[wave.to] ?? '', 6),
        release_on: wave.releaseOn,
        released_at: `${wave.releaseOn}T01:00:00Z`,
        created_at: calendar.opens(wave.from).toISOString(),
        updated_at: `${wave.releaseOn}T01:00:00Z`,
      })),
    );
    const made = await loadAudits(em, world, random, (share) =>
      onProgress(`${tenant.name.en}: audits`, 0.1 + 0.5 * share),
    );
    await loadAssignments(em, world, random);
    return made;
  });
  return { world, calendar, audits };
}

/** Closes every week of the half year at its own time, oldest first, with the command that the schedule runs. */
export async function closeWeeks(
  installation: Installation,
  { world, calendar }: LoadedTenant,
  onProgress: Progress,
  name: string,
): Promise<void> {
  const { app, clock } = installation;
  for (let i = 0; i < WEEKS; i++) {
    clock.set(new Date(calendar.closesAt(i).getTime() + 60_000));
    const week = calendar.weeks[i];
    if (week)
      await app
        .get(IdentityFacade, { strict: false })
        .runAsSystem(world.tenantId, 'zh-CN', (ctx) => app.get(CloseWeekCommand, { strict: false }).run(ctx, week));
    onProgress(`${name}: weekly reports`, 0.6 + (0.4 * (i + 1)) / WEEKS);
  }
}

import type { AssignmentResponse, AuditResponse, HomeResponse, Page, WaveResponse } from '@wheelhouse/contracts';
import { TenantTransactions } from '@wheelhouse/platform-db';
import { addDays, localDateIn } from '@wheelhouse/kernel';
import { fillIn } from './answer-sheet.js';
import type { Installation } from './installation.js';
import type { LoadedTenant, TenantStory } from './load-tenant.js';
import { Random } from './random.js';

/** What lies on people's desks today: a self-check half done, a running wave with shops to review, the newest mails. */
export async function presentDay(
  installation: Installation,
  story: TenantStory,
  tenant: LoadedTenant,
  now: Date,
): Promise<void> {
  installation.clock.set(now);
  const random = new Random(story.seed + 7);
  await beginSelfCheck(installation, story, tenant, now, random);
  if (tenant.world.standards.mystery_shop) await runWave(installation, story, tenant, now, random);
  await settleMails(installation, tenant.world.tenantId);
}

async function beginSelfCheck(
  installation: Installation,
  story: TenantStory,
  tenant: LoadedTenant,
  now: Date,
  random: Random,
): Promise<void> {
  const api = await installation.as(`manager@${story.network.tenant.domain}`);
  const home = await api<HomeResponse>('GET', '/api/v1/home');
  const task = home.assignments.find((assignment) => assignment.kind === 'self_check' && assignment.can.start);
  const body = tenant.world.standards.self_check?.body;
  if (!task || !body) return;
  const id = random.id(now);
  await api('POST', '/api/v1/audits', {
    id,
    assignmentId: task.id,
    visitDate: localDateIn(now, story.network.tenant.timeZone),
  });
  const answers = fillIn(
    { ...body, sections: body.sections.slice(0, 2) },
    { quality: 0.8, special: new Map(), missed: [] },
    random,
  );
  await api<AuditResponse>('PATCH', `/api/v1/audits/${id}`, { answers });
}

/** A wave that runs now: shops to be done by shopper@, and four that wait for review. */
async function runWave(
  installation: Installation,
  story: TenantStory,
  tenant: LoadedTenant,
  now: Date,
  random: Random,
): Promise<void> {
  const { world, calendar } = tenant;
  const standard = world.standards.mystery_shop;
  if (!standard) return;
  const { domain, timeZone } = story.network.tenant;
  const today = localDateIn(now, timeZone);
  const windowFrom = addDays(calendar.current.start, -7);
  installation.clock.set(new Date(`${windowFrom}T02:00:00Z`));
  const planner = await installation.as(`quality@${domain}`);
  const wave = await planner<WaveResponse>('POST', '/api/v1/waves', {
    name: { en: 'Autumn wave', zh: '秋季暗访' },
    standardVersionId: standard.id,
    scenario: {
      en: 'Walk-in without a booking: a warning light came on this morning; ask for the price before anything is done.',
      zh: '未预约到店：今早仪表警示灯亮起；任何作业前先询问价格。',
    },
    windowFrom,
    windowTo: addDays(calendar.current.end, 7),
    releaseOn: addDays(calendar.current.end, 14),
  });
  const outlets = world.placed.outlets.filter((_, i) => i % 20 === 5);
  // New faces only: a shopper who was at an outlet half a year ago may not come again.
  const shopperOf = (i: number) =>
    world.cast.newShoppers[i < 3 ? 0 : 1 + (i % (world.cast.newShoppers.length - 1))] ?? '';
  await planner('POST', `/api/v1/waves/${wave.id}/assignments`, {
    shops: outlets.map((outlet, i) => ({ outletId: outlet.id, shopperMemberId: world.members.get(shopperOf(i)) })),
  });
  installation.clock.set(now);
  for (const [i] of outlets.entries()) {
    if (i < 3 || i > 6) continue;
    const shopper = await installation.as(shopperOf(i));
    const { items } = await shopper<Page<AssignmentResponse>>('GET', '/api/v1/assignments?mine=true');
    const task = items.find((assignment) => assignment.waveId === wave.id);
    if (!task) continue;
    const answers = fillIn(standard.body, { quality: 0.72, special: new Map(), missed: [] }, random);
    await shopper('POST', `/api/v1/audits/${random.id(now)}/submit`, {
      assignmentId: task.id,
      visitDate: addDays(today, -1 - (i % 2)),
      answers,
      visitRecord: {
        U01: `${addDays(today, -1 - (i % 2))}T10:10`,
        U02: `${addDays(today, -1 - (i % 2))}T12:05`,
        U03: 'Sedan, 4 years, 61,000 km',
        U04: 'S3',
        U05: 'order and invoice kept',
        U07: 4 + i,
        U08: STORY,
        U09: false,
      },
    });
  }
}

const STORY =
  '上午十点十分未预约到店，约三分钟后接待。顾问听完描述后复述了问题并记录，带我一起检查了车辆外观。询问价格时先给出范围，签字前没有主动说明完工时间。等待期间未收到进度告知，完工比承诺晚了十五分钟，交车时逐项说明了费用。';

/** Half a year of report mails would bury the newest: older ones go, the newest stay in the outbox, nothing is sent. */
async function settleMails(installation: Installation, tenantId: string): Promise<void> {
  await installation.app.get(TenantTransactions, { strict: false }).run({ tenantId }, async (em) => {
    await em.query(
      `DELETE FROM mails WHERE tenant_id = $1 AND created_at < (SELECT max(created_at) FROM mails WHERE tenant_id = $1)`,
      [tenantId],
    );
    await em.query(`UPDATE mails SET status = 'kept' WHERE tenant_id = $1`, [tenantId]);
    await em.query(`DELETE FROM pgboss.job WHERE name = 'send-mail' AND data->>'tenantId' = $1`, [tenantId]);
  });
}

import type { CycleResponse, ObjectiveResponse } from '@wheelhouse/contracts';
import type { Calendar } from './calendar.js';
import type { Installation } from './installation.js';
import type { LoadedTenant, TenantStory } from './load-tenant.js';
import { CYCLE, TRUTHS, WEEKS } from './truths.js';

const later = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);

/** One turn of the wheel in the first region, at its own time, through the API; and the next one, begun. */
export async function turnTheWheel(
  installation: Installation,
  story: TenantStory,
  tenant: LoadedTenant,
): Promise<void> {
  const region = tenant.world.placed.regions.get(CYCLE.region);
  const standard = tenant.world.standards.supervisor_audit;
  if (!region || !standard || standard.body.code !== 'AS-4S') return startFirstCycle(installation, story, tenant);
  const { calendar } = tenant;
  const { clock } = installation;
  const email = `quality@${story.network.tenant.domain}`;
  const doFrom = calendar.starts[CYCLE.startWeek] ?? '';
  const doTo = calendar.weeks[CYCLE.endWeek - 1]?.end ?? '';

  clock.set(later(calendar.opens(CYCLE.startWeek), -5));
  let api = await installation.as(email);
  const cycle = await api<CycleResponse>('POST', '/api/v1/cycles', {
    name: { en: 'Signed estimates in the East', zh: '华东大区：先签字、后施工' },
    orgUnitId: region,
    standardVersionId: standard.id,
    auditPlan: '督导每次到店抽查十张委托书；第一周完成顾问培训；平板未签字不可派工。',
    doFrom,
    doTo,
  });
  const withObjective = await addObjective(api, cycle.id, {
    name: { en: 'The customer signs the estimate', zh: '客户在报价单上签字' },
    metric: { kind: 'item_pass_rate', source: 'audit', itemId: TRUTHS['AS-4S'].cycleItem.id },
    direction: 'up',
    target: 85,
    dueOn: doTo,
  });
  await api('POST', `/api/v1/cycles/${cycle.id}/advance`, {
    to: 'do',
    why: '基线明确，督导与店总已就方案达成一致。',
  });

  clock.set(later(calendar.closesAt(Math.min(WEEKS - 1, CYCLE.endWeek + 4)), 0));
  api = await installation.as(email);
  await api('POST', `/api/v1/cycles/${cycle.id}/advance`, { to: 'check', why: '实施期已结束。' });
  for (const objective of withObjective) await api('POST', `/api/v1/objectives/${objective.id}/measure`);
  await api('PATCH', `/api/v1/cycles/${cycle.id}`, {
    conclusion: '全大区签字率上升，其他大区没有变化。关键在于平板上的提示，仅靠培训不够。',
  });
  await api('POST', `/api/v1/cycles/${cycle.id}/advance`, {
    to: 'act',
    why: '效果已测得，且十分明确。',
  });
  await startFirstCycle(installation, story, tenant);
}

type Api = Awaited<ReturnType<Installation['as']>>;

async function addObjective(api: Api, cycleId: string, body: object): Promise<ObjectiveResponse[]> {
  await api('POST', `/api/v1/cycles/${cycleId}/objectives`, body);
  return (await api<CycleResponse>('GET', `/api/v1/cycles/${cycleId}`)).objectives;
}

/** A cycle that is still being planned: the item that fails everywhere, with its baseline and without a target yet. */
async function startFirstCycle(installation: Installation, story: TenantStory, tenant: LoadedTenant): Promise<void> {
  const standard = tenant.world.standards.supervisor_audit;
  if (!standard) return;
  const truth = standard.body.code === 'TEA' ? TRUTHS.TEA : TRUTHS['AS-4S'];
  installation.clock.set(opening(tenant.calendar));
  const api = await installation.as(`quality@${story.network.tenant.domain}`);
  const cycle = await api<CycleResponse>('POST', '/api/v1/cycles', {
    name: { en: 'Nobody waits without knowing', zh: '让每位等候的客户心中有数' },
    orgUnitId: tenant.world.placed.rootId,
    standardVersionId: standard.id,
  });
  await addObjective(api, cycle.id, {
    name: { en: 'Waiting customers are told', zh: '主动告知等候进度' },
    metric: { kind: 'item_pass_rate', source: 'audit', itemId: truth.weakItem.id },
    direction: 'up',
  });
}

const opening = (calendar: Calendar) => later(calendar.closesAt(WEEKS - 1), -2);

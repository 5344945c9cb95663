import { hash } from '@node-rs/argon2';
import { aTenant, type Caller, type TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { aCheckedImport } from '@wheelhouse/org-api/testing';
import { theWeekClosed } from '@wheelhouse/reports-api/testing';
import { LOGO_PATH, type StandardBody } from '@wheelhouse/contracts';
import sharp from 'sharp';
import request from 'supertest';
import { bodyOf, fullAnswers, smallBody } from '@wheelhouse/standards-api/testing';
import type { TestApp } from '@wheelhouse/testing';
import { shopContent } from '@wheelhouse/mystery-shops-api/testing';
import { type Access, anAccess } from './a-world-access.js';
import { aWebhook, type Hooked } from './a-webhook.js';
import { aTenantLife, type TenantLife } from './a-world-tenant-life.js';
import { aNetwork, type Network } from './a-network.js';
import { call, ok } from './call.js';

/** Where the story of a world ends: Monday, 9 March 2026, 09:00 in Shanghai, after the week 2026-W10 was closed. */
export const END_OF_STORY = '2026-03-09T01:00:00Z';

/** Everybody who plays a part in a world. */
export interface People {
  admin: Caller;
  quality: Caller;
  north: Caller;
  south: Caller;
  /** Of outlet n1. */
  manager: Caller;
  /** Of outlet n2. */
  neighbour: Caller;
  staff: Caller;
  shopper: Caller;
  viewer: Caller;
}

/** A tenant with something of everything that the product keeps. All names and codes carry the tenant's slug. */
export interface World extends Network, Access, Hooked, TenantLife {
  app: TestApp;
  t: TestTenant;
  tag: string;
  people: People;
  standard: { id: string; standardId: string; body: StandardBody };
  shopStandard: { id: string; standardId: string };
  draftVersionId: string;
  assignmentId: string;
  shopAssignmentId: string;
  /** A shop that is assigned and not done. */
  openShopAssignmentId: string;
  selfCheckId: string;
  supervisorAuditId: string;
  southAuditId: string;
  draftAuditId: string;
  releasedShopId: string;
  /** Approved, but under embargo until the wave's release. */
  heldShopId: string;
  shopInReviewId: string;
  releasedWaveId: string;
  waveId: string;
  cycleId: string;
  objectiveId: string;
  /** A cycle in its first phase, with an objective that is not complete. */
  southCycleId: string;
  plannedObjectiveId: string;
  editionId: string;
  northEditionId: string;
  southEditionId: string;
  mailId: string;
  taskId: string;
  memberId: string;
  grantId: string;
  logoHash: string;
  /** A saved view of the administrator's. */
  viewId: string;
  /** A file of outlets that was checked and not applied, with a wrong row. */
  importId: string;
  invitationId: string;
  /** The session that the administrator works in. */
  adminSessionId: string;
}

/** What fails in every audit of a world: an ordinary item and a half-earned one. */
const FAILING = { 'A-01': { value: false, note: 'nobody came' }, 'A-03': { value: { ok: 6, n: 10 } } };

/** A whole world, made through the API as its people would make it, with the clock moved along. */
export async function aWorld(app: TestApp): Promise<World> {
  app.clock.set('2026-02-18T02:00:00Z');
  const t = await aTenant(app);
  const tag = t.slug;
  const [admin, quality] = [
    await t.as('hq_admin', { name: `Admin ${tag}` }),
    await t.as('quality_manager', { name: `Quality ${tag}` }),
  ];
  const network = await aNetwork(t, admin);
  const { north, south, n1, n2, s1 } = network;
  const people: People = {
    admin,
    quality,
    north: await t.as('supervisor', { scopeKind: 'org_unit', scopeId: north, name: `North ${tag}` }),
    south: await t.as('supervisor', { scopeKind: 'org_unit', scopeId: south, name: `South ${tag}` }),
    manager: await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: n1, name: `Manager ${tag}` }),
    neighbour: await t.as('franchise_manager', { scopeKind: 'outlet', scopeId: n2, name: `Neighbour ${tag}` }),
    staff: await t.as('outlet_staff', { scopeKind: 'outlet', scopeId: n1, name: `Staff ${tag}` }),
    shopper: await t.as('mystery_shopper', { name: `Shopper ${tag}` }),
    viewer: await t.as('viewer', { name: `Viewer ${tag}` }),
  };
  const named = (en: string, zh: string) => ({ en: `${en} ${tag}`, zh: `${zh} ${tag}` });
  const body = { ...smallBody({ code: 'SMALL' }), name: named('Small standard', '小标准') };
  const standard = { ...(await aPublished(quality, body)), body };
  const shopStandard = await aPublished(quality, { ...bodyOf('MS-4S'), name: named('Mystery shop', '暗访标准') });

  const submit = async (
    by: Caller,
    kind: string,
    outletId: string,
    visitDate: string,
    answers: object,
  ): Promise<string> => {
    const id = newId();
    await ok(
      by.post(`/api/v1/audits/${id}/submit`, {
        kind,
        outletId,
        standardVersionId: standard.id,
        visitDate,
        answers: { ...fullAnswers(body), ...answers },
      }),
    );
    return id;
  };
  const wave = async (en: string, from: string, to: string, releaseOn: string): Promise<string> => {
    const made = await ok<{ id: string }>(
      quality.post('/api/v1/waves', {
        name: named(en, '批次'),
        scenario: named('You bring a car', '您送车保养'),
        standardVersionId: shopStandard.id,
        windowFrom: from,
        windowTo: to,
        releaseOn,
      }),
    );
    return made.id;
  };
  const assignShop = async (waveId: string, outletId: string): Promise<string> => {
    await ok(
      quality.post(`/api/v1/waves/${waveId}/assignments`, {
        shops: [{ outletId, shopperMemberId: people.shopper.memberId }],
      }),
    );
    return one(
      await t.sql<{ id: string }>(`SELECT id FROM assignments WHERE wave_id = $1 AND outlet_id = $2`, [
        waveId,
        outletId,
      ]),
    );
  };
  const shop = async (assignmentId: string, visitDate: string): Promise<string> => {
    const id = newId();
    await ok(people.shopper.post(`/api/v1/audits/${id}/submit`, { assignmentId, ...shopContent(visitDate) }));
    return id;
  };
  const approve = (id: string) => ok(quality.post(`/api/v1/audits/${id}/review`, { decision: 'approve' }));

  const releasedWaveId = await wave('Winter wave', '2026-02-16', '2026-02-22', '2026-02-25');
  const releasedShopId = await shop(await assignShop(releasedWaveId, s1), '2026-02-18');
  await approve(releasedShopId);
  for (const outletId of [n1, n2, s1]) await submit(quality, 'hq_audit', outletId, '2026-02-18', FAILING);

  app.clock.set('2026-02-26T02:00:00Z');
  await ok(quality.post(`/api/v1/waves/${releasedWaveId}/release`));

  app.clock.set('2026-03-04T02:00:00Z');
  const selfCheckId = await submit(people.manager, 'self_check', n1, '2026-03-03', {});
  const supervisorAuditId = await submit(people.north, 'supervisor_audit', n1, '2026-03-04', FAILING);
  await submit(people.north, 'supervisor_audit', n2, '2026-03-04', { 'B-04': { value: false } });
  const southAuditId = await submit(people.south, 'supervisor_audit', s1, '2026-03-04', FAILING);
  const waveId = await wave('Spring wave', '2026-03-02', '2026-03-15', '2026-03-20');
  const shopAssignmentId = await assignShop(waveId, n1);
  const heldShopId = await shop(shopAssignmentId, '2026-03-04');
  await approve(heldShopId);
  const shopInReviewId = await shop(await assignShop(waveId, n2), '2026-03-04');
  const openShopAssignmentId = await assignShop(waveId, network.n3);
  const assignment = await ok<{ id: string }>(
    people.north.post('/api/v1/assignments', {
      kind: 'self_check',
      outletId: n1,
      standardVersionId: standard.id,
      assigneeMemberId: people.manager.memberId,
      windowFrom: '2026-03-02',
      windowTo: '2026-03-31',
    }),
  );
  const draftAuditId = newId();
  await ok(
    people.manager.post('/api/v1/audits', {
      id: draftAuditId,
      kind: 'self_check',
      outletId: n1,
      standardVersionId: standard.id,
      visitDate: '2026-03-04',
    }),
  );

  app.clock.set(END_OF_STORY);
  for (const week of ['2026-W08', '2026-W09', '2026-W10']) await theWeekClosed(t, week);
  const task = await ok<{ id: string }>(quality.post('/api/v1/reports', { period: '2026-W10' }));
  const editions = await t.sql<{ id: string; audience_id: string }>(
    `SELECT id, audience_id FROM editions WHERE period = '2026-W10'`,
  );
  const edition = (audience: string) => one(editions.filter((row) => row.audience_id === audience));
  const cycle = await aRunningCycle(quality, {
    name: named('Winter cycle', '冬季循环'),
    orgUnitId: north,
    standardVersionId: standard.id,
  });
  const southCycle = await ok<{ id: string }>(
    quality.post('/api/v1/cycles', { name: named('South cycle', '南区循环'), orgUnitId: south }),
  );
  const planned = await ok<{ id: string }>(
    quality.post(`/api/v1/cycles/${southCycle.id}/objectives`, anObjective({ name: named('South', '南区') })),
  );
  const copy = await ok<{ id: string }>(quality.post(`/api/v1/standard-versions/${standard.id}/copy`));
  const view = await ok<{ id: string }>(
    admin.post('/api/v1/saved-views', { page: 'network', name: `View ${tag}`, query: `q=${tag}` }),
  );
  const invitation = await ok<{ id: string }>(
    admin.post('/api/v1/invitations', {
      email: `invited@${tag}.test`,
      name: `Invited ${tag}`,
      locale: 'zh-CN',
      grants: [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: north }],
    }),
  );
  const outlets = `code,name_en,name_zh,kind,org_unit\nNEW-${tag},New ${tag},新店,4s,HQ\nBAD-${tag},,坏店,4s,HQ\n`;
  const imported = await aCheckedImport(t, admin, outlets, { name: `${tag}.csv` });
  const extra = await t.as('viewer', { name: `Extra ${tag}` });
  return {
    ...{ app, t, tag, people, ...network, standard, shopStandard, draftVersionId: copy.id },
    ...{
      assignmentId: assignment.id,
      shopAssignmentId,
      openShopAssignmentId,
      selfCheckId,
      supervisorAuditId,
      southAuditId,
      draftAuditId,
    },
    ...{
      releasedShopId,
      heldShopId,
      shopInReviewId,
      releasedWaveId,
      waveId,
      ...cycle,
      southCycleId: southCycle.id,
      plannedObjectiveId: planned.id,
    },
    ...{
      editionId: edition(t.id),
      northEditionId: edition(north),
      southEditionId: edition(south),
      taskId: task.id,
      memberId: extra.memberId,
      viewId: view.id,
      importId: imported.id,
      invitationId: invitation.id,
      adminSessionId: one(await app.source.query(`SELECT id FROM sessions WHERE person_id = $1`, [admin.personId])),
    },
    ...(await anAccess(t, admin, tag)),
    ...(await aWebhook(t, admin)),
    ...(await aTenantLife(t, tag)),
    logoHash: await aLogo(app, admin, tag),
    mailId: one(await t.sql<{ id: string }>(`SELECT id FROM mails LIMIT 1`)),
    grantId: one(await t.sql<{ id: string }>(`SELECT id FROM role_grants WHERE member_id = $1`, [extra.memberId])),
  };
}

/** A logo in a colour that no other world has. */
async function aLogo(app: TestApp, by: Caller, tag: string): Promise<string> {
  const background = `#${tag.slice(-6)}`;
  const picture = await sharp({ create: { width: 20, height: 10, channels: 3, background } })
    .png()
    .toBuffer();
  const { logo } = await ok<{ logo: string }>(
    request(app.server)
      .put('/api/v1/settings/logo')
      .set({ Authorization: `Bearer ${by.token}`, 'Content-Type': 'image/png' })
      .send(picture),
  );
  return logo.slice(LOGO_PATH.length);
}

async function aPublished(by: Caller, document: StandardBody): Promise<{ id: string; standardId: string }> {
  const { id, standardId } = await ok<{ id: string; standardId: string }>(
    by.post('/api/v1/standards/import', { document }),
  );
  await ok(by.post(`/api/v1/standard-versions/${id}/publish`));
  return { id, standardId };
}

/** A cycle that has passed its first gate. */
async function aRunningCycle(
  by: Caller,
  given: { name: object; orgUnitId: string; standardVersionId: string },
): Promise<{ cycleId: string; objectiveId: string }> {
  const cycle = await ok<{ id: string }>(
    by.post('/api/v1/cycles', {
      ...given,
      auditPlan: 'Each outlet once a week',
      doFrom: '2026-03-09',
      doTo: '2026-04-05',
    }),
  );
  const objective = await ok<{ id: string }>(
    by.post(`/api/v1/cycles/${cycle.id}/objectives`, { ...anObjective(given), target: 99, dueOn: '2026-04-05' }),
  );
  await ok(by.post(`/api/v1/cycles/${cycle.id}/advance`, { to: 'do', why: 'all is planned' }));
  return { cycleId: cycle.id, objectiveId: objective.id };
}

const anObjective = ({ name }: { name: object }) => ({
  name,
  metric: { kind: 'source_score', source: 'audit' },
  direction: 'up',
});

function one(rows: { id: string }[]): string {
  const [row] = rows;
  if (!row) throw new Error('The world lacks a row that it should have');
  return row.id;
}

/** An operator of the installation, signed in, without membership anywhere. */
export async function anOperator(app: TestApp): Promise<Pick<Caller, 'token'>> {
  const email = `operator-${newId().slice(-12)}@wheelhouse.test`;
  const password = 'a long enough password';
  await app.source.query(
    `INSERT INTO people (id, email, name, password_hash, is_operator) VALUES ($1, $2, 'Operator', $3, true)`,
    [newId(), email, await hash(password)],
  );
  const { accessToken } = await ok<{ accessToken: string }>(
    call(app, null, 'POST', '/api/v1/auth/login', { email, password }),
  );
  return { token: accessToken };
}

import type { WaveResponse } from '@wheelhouse/contracts';
import { auditFeatures } from '@wheelhouse/audits-api/testing';
import type { Caller, TestTenant } from '@wheelhouse/identity-api/testing';
import { newId } from '@wheelhouse/kernel';
import { aPublishedStandard, bodyOf, fullAnswers, type TestStandard } from '@wheelhouse/standards-api/testing';
import { MYSTERY_SHOPS_ENTITIES, MysteryShopsModule } from '../mystery-shops.module.js';

/** For `startApp`: everything up to mystery shops. */
export const mysteryShopFeatures = {
  imports: [MysteryShopsModule],
  entities: [...auditFeatures.entities, ...MYSTERY_SHOPS_ENTITIES],
};

/** A wave on a copy of MS-4S with the window 2–15 March 2026 and release on 20 March, unless told otherwise. */
export async function aWave(
  t: TestTenant,
  by: Caller,
  given: { standard?: TestStandard; windowFrom?: string; windowTo?: string; releaseOn?: string } = {},
): Promise<{ wave: WaveResponse; standard: TestStandard }> {
  const standard =
    given.standard ?? (await aPublishedStandard(t, { body: { ...bodyOf('MS-4S'), code: `MS-${newId().slice(-10)}` } }));
  const { body, status } = await by.post('/api/v1/waves', {
    name: { en: 'Spring wave', zh: '春季暗访' },
    standardVersionId: standard.id,
    scenario: { en: 'You bring a car for its 20,000 km service.', zh: '您送车做两万公里保养。' },
    windowFrom: given.windowFrom ?? '2026-03-02',
    windowTo: given.windowTo ?? '2026-03-15',
    releaseOn: given.releaseOn ?? '2026-03-20',
  });
  if (status !== 201) throw new Error(`The wave was not planned: ${JSON.stringify(body)}`);
  return { wave: body, standard };
}

/** A whole, right shop on MS-4S. */
export function shopContent(visitDate = '2026-03-04') {
  return {
    visitDate,
    answers: fullAnswers(bodyOf('MS-4S')),
    visitRecord: {
      U01: `${visitDate}T10:00`,
      U02: `${visitDate}T11:20`,
      U03: '2023, 20,100 km',
      U04: 'S-1',
      U05: 'invoice-0042',
      U06: 'badge 17',
      U07: 8,
      U08: '到店后约三分钟有顾问接待并确认需求,登记车辆信息后引导至休息区;等待期间两次告知进度,交车时逐项解释费用与更换件,并提醒下次保养里程与时间,最后送至门口道别,全程用语规范,环境整洁安静。',
      U09: false,
    },
  };
}

/** A shop that waits for review: wave, outlet and shopper are given. Answers the audit's id. */
export async function aShoppedOutlet(
  t: TestTenant,
  manager: Caller,
  shopper: Caller,
  waveId: string,
  outletId: string,
  visitDate = '2026-03-04',
): Promise<string> {
  const assigned = await manager.post(`/api/v1/waves/${waveId}/assignments`, {
    shops: [{ outletId, shopperMemberId: shopper.memberId }],
  });
  if (assigned.status !== 201) throw new Error(`The shop was not assigned: ${JSON.stringify(assigned.body)}`);
  const [row] = await t.sql<{ id: string }>(
    `SELECT id FROM assignments WHERE wave_id = $1 AND outlet_id = $2 AND assignee_member_id = $3`,
    [waveId, outletId, shopper.memberId],
  );
  const id = newId();
  const submitted = await shopper.post(`/api/v1/audits/${id}/submit`, {
    assignmentId: row?.id,
    ...shopContent(visitDate),
  });
  if (submitted.status !== 200) throw new Error(`The shop was not submitted: ${JSON.stringify(submitted.body)}`);
  return id;
}

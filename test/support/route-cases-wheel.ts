import { newId } from '@wheelhouse/kernel';
import { fullAnswers } from '@wheelhouse/standards-api/testing';
import { nameOf, type RouteCase } from './route-case.js';

const objective = (w: Parameters<typeof nameOf>[0]) => ({
  name: nameOf(w),
  metric: { kind: 'source_score', source: 'audit' },
  direction: 'up',
  target: 95,
  dueOn: '2026-04-05',
});
const findingsOf = (w: Parameters<typeof nameOf>[0]) => ({
  outletId: w.n1,
  orgUnitId: w.north,
  standardId: w.standard.standardId,
});
const OF_METRIC = ['metric.sectionId', 'metric.itemId'];
const CLIENTS_ID = 'the id is the client’s own: whatever another tenant has under it, here it is free';

/** Audits, mystery shops, cycles and reports. */
export const WHEEL_CASES: Record<string, RouteCase> = {
  'GET /api/v1/home': { query: (w) => ({ outletId: w.n1 }) },
  'GET /api/v1/home/network': {},
  'GET /api/v1/home/coverage': { query: () => ({ week: '2026-W10', show: 'all' }) },
  'GET /api/v1/home/heat': {},
  'GET /api/v1/assignments': { query: (w) => ({ outletId: w.n1, waveId: w.waveId }) },
  'POST /api/v1/assignments': {
    body: (w) => ({
      kind: 'self_check',
      outletId: w.n1,
      standardVersionId: w.standard.id,
      assigneeMemberId: w.people.manager.memberId,
      windowFrom: '2026-03-09',
      windowTo: '2026-03-15',
    }),
  },
  'GET /api/v1/assignments/{id}': { params: (w) => ({ id: w.assignmentId }) },
  'POST /api/v1/assignments/{id}/cancel': { params: (w) => ({ id: w.assignmentId }) },

  'GET /api/v1/audits': { query: (w) => ({ outletId: w.n1, orgUnitId: w.north }) },
  'POST /api/v1/audits': {
    body: (w) => ({
      id: newId(),
      kind: 'hq_audit',
      outletId: w.n1,
      standardVersionId: w.standard.id,
      visitDate: '2026-03-09',
    }),
    elsewhere: ['assignmentId'],
    own: ['id'],
  },
  'GET /api/v1/audits/{id}': { params: (w) => ({ id: w.supervisorAuditId }) },
  'GET /api/v1/audits/{id}/comparison': { params: (w) => ({ id: w.supervisorAuditId }) },
  'PATCH /api/v1/audits/{id}': {
    params: (w) => ({ id: w.draftAuditId }),
    body: () => ({
      answers: { 'A-01': { value: true } },
      before: { 'A-01': null },
      seen: '2026-03-04T08:00:00.000Z',
      visitRecord: {},
      visitDate: '2026-03-04',
    }),
  },
  'DELETE /api/v1/audits/{id}': { params: (w) => ({ id: w.draftAuditId }) },
  'POST /api/v1/audits/{id}/submit': {
    params: (w) => ({ id: w.draftAuditId }),
    body: (w) => ({
      kind: 'hq_audit',
      outletId: w.n1,
      standardVersionId: w.standard.id,
      visitDate: '2026-03-09',
      answers: fullAnswers(w.standard.body),
      visitRecord: {},
    }),
    elsewhere: ['assignmentId', 'seen'],
    fresh: () => ({ id: newId() }),
    refused: [200, 403, 404],
    why: CLIENTS_ID,
  },
  'POST /api/v1/audits/{id}/review': {
    params: (w) => ({ id: w.shopInReviewId }),
    body: () => ({ decision: 'reject', comment: 'the receipt is missing' }),
  },

  'GET /api/v1/findings': { query: findingsOf },
  'GET /api/v1/findings/summary': { query: findingsOf },
  'GET /api/v1/findings/rows.csv': { query: findingsOf },

  'GET /api/v1/waves': {},
  'POST /api/v1/waves': {
    body: (w) => ({
      name: nameOf(w),
      standardVersionId: w.shopStandard.id,
      scenario: { en: 'You bring a car', zh: '您送车保养' },
      windowFrom: '2026-03-09',
      windowTo: '2026-03-15',
      releaseOn: '2026-03-20',
    }),
  },
  'GET /api/v1/waves/{id}': { params: (w) => ({ id: w.waveId }) },
  'POST /api/v1/waves/{id}/assignments': {
    params: (w) => ({ id: w.waveId }),
    body: (w) => ({ shops: [{ outletId: w.n4, shopperMemberId: w.people.shopper.memberId }] }),
  },
  'POST /api/v1/waves/{id}/release': { params: (w) => ({ id: w.waveId }) },

  'GET /api/v1/cycles': {},
  'POST /api/v1/cycles': {
    body: (w) => ({
      name: nameOf(w),
      orgUnitId: w.north,
      standardVersionId: w.standard.id,
      auditPlan: 'once a week',
      doFrom: '2026-03-09',
      doTo: '2026-04-05',
      predecessorId: w.cycleId,
    }),
  },
  'GET /api/v1/cycles/{id}': { params: (w) => ({ id: w.cycleId }) },
  'PATCH /api/v1/cycles/{id}': {
    params: (w) => ({ id: w.southCycleId }),
    body: (w) => ({
      name: nameOf(w),
      standardVersionId: w.standard.id,
      auditPlan: 'once a week',
      doFrom: '2026-03-09',
      doTo: '2026-04-05',
    }),
    elsewhere: ['conclusion'],
  },
  'POST /api/v1/cycles/{id}/objectives': {
    params: (w) => ({ id: w.southCycleId }),
    body: objective,
    elsewhere: OF_METRIC,
  },
  'POST /api/v1/cycles/{id}/advance': {
    params: (w) => ({ id: w.southCycleId }),
    body: () => ({ to: 'do', why: 'we are ready' }),
  },
  'PATCH /api/v1/objectives/{id}': {
    params: (w) => ({ id: w.plannedObjectiveId }),
    body: objective,
    elsewhere: [...OF_METRIC, 'revision'],
  },
  'DELETE /api/v1/objectives/{id}': { params: (w) => ({ id: w.plannedObjectiveId }) },
  'POST /api/v1/objectives/{id}/baseline': { params: (w) => ({ id: w.plannedObjectiveId }) },
  'POST /api/v1/objectives/{id}/measure': { params: (w) => ({ id: w.plannedObjectiveId }) },
  'POST /api/v1/objectives/{id}/decide': {
    params: (w) => ({ id: w.plannedObjectiveId }),
    body: () => ({ decision: 'drop', reason: 'it made no difference' }),
  },

  'GET /api/v1/reports': { query: (w) => ({ audienceId: w.north }) },
  'GET /api/v1/reports/latest': { query: (w) => ({ audienceKind: 'org_unit', audienceId: w.north }) },
  'GET /api/v1/reports/mine': {},
  'GET /api/v1/reports/standings': { query: (w) => ({ outletIds: w.n1 }) },
  'GET /api/v1/reports/{id}': { params: (w) => ({ id: w.editionId }) },
  'GET /api/v1/reports/{id}/rows': {
    params: (w) => ({ id: w.editionId }),
    query: (w) => ({ peerGroupId: w.peerGroup, orgUnitId: w.north, q: w.tag }),
  },
  'GET /api/v1/reports/{id}/rows/{outletId}': { params: (w) => ({ id: w.editionId, outletId: w.n1 }) },
  'GET /api/v1/reports/{id}/table': { params: (w) => ({ id: w.editionId }) },
  'GET /api/v1/reports/{id}/rows.csv': {
    params: (w) => ({ id: w.editionId }),
    query: (w) => ({ peerGroupId: w.peerGroup, orgUnitId: w.north, q: w.tag }),
  },
  'POST /api/v1/reports': { body: () => ({ period: '2026-W10' }) },
};

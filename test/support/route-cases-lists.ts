import type { RouteCase } from './route-case.js';

/** Several audits or assignments at once: files and bulk. */
export const LIST_CASES: Record<string, RouteCase> = {
  'GET /api/v1/audits/rows.csv': { query: (w) => ({ q: w.tag, outletId: w.n1, orgUnitId: w.north }) },
  'POST /api/v1/assignments/many': {
    body: (w) => ({
      kind: 'self_check',
      outletIds: [w.n1],
      standardVersionId: w.standard.id,
      assigneeMemberId: w.people.manager.memberId,
      windowFrom: '2026-03-09',
      windowTo: '2026-03-15',
      dryRun: false,
    }),
    elsewhere: ['orgUnitId'],
  },
  'POST /api/v1/assignments/cancel': { body: (w) => ({ ids: [w.assignmentId] }) },
};

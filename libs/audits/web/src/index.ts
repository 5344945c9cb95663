import type { FeatureRoute } from '@wheelhouse/web-core';

export { texts } from './texts.js';

const AUDITORS = ['self_check.submit', 'supervisor_audit.submit', 'hq_audit.submit', 'mystery_shop.submit'] as const;

/** Pages of audits: assignments, the form, results. */
export const routes: FeatureRoute[] = [
  {
    path: '/audits',
    permission: 'audit.read',
    data: () => [{ pages: '/audits' }, '/home'],
    lazy: () => import('./pages/audits-page.js').then((m) => m.AuditsPage),
    nav: { label: { en: 'Audits', zh: '检查' }, icon: 'clipboard', order: 30 },
  },
  {
    path: '/findings',
    permission: 'audit.read',
    data: () => [{ pages: '/findings' }, '/findings/summary'],
    lazy: () => import('./pages/findings-page.js').then((m) => m.FindingsPage),
    nav: { label: { en: 'Findings', zh: '问题' }, icon: 'flag', order: 34 },
  },
  {
    path: '/assignments',
    permission: 'assignment.read',
    data: (_, { permissions }) => [
      { pages: '/assignments', query: permissions.includes('assignment.manage') ? {} : { mine: true } },
    ],
    lazy: () => import('./pages/assignments-page.js').then((m) => m.AssignmentsPage),
    nav: { label: { en: 'Assignments', zh: '任务' }, icon: 'calendar', order: 32 },
  },
  {
    path: '/audits/new',
    permission: ['self_check.submit', 'supervisor_audit.submit', 'hq_audit.submit'],
    lazy: () => import('./pages/new-audit-page.js').then((m) => m.NewAuditPage),
    data: () => ['/home'],
    commands: [
      { label: { en: 'Start an audit', zh: '开始检查' }, icon: 'plus', words: 'new self-check 自检 督导检查' },
    ],
  },
  {
    path: '/audits/:id',
    layout: 'light',
    data: ({ id }) => [`/audits/${id}`],
    permission: ['audit.read', ...AUDITORS],
    lazy: () => import('./pages/audit-result-page.js').then((m) => m.AuditResultPage),
  },
  {
    path: '/audits/:id/fill',
    layout: 'focus',
    permission: [...AUDITORS],
    lazy: () => import('./pages/audit-form-page.js').then((m) => m.AuditFormPage),
  },
];

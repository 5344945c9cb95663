import type { FeatureRoute } from '@wheelhouse/web-core';

export { mineTexts } from './texts/mine.texts.js';
export { rankingTexts } from './texts/ranking.texts.js';
export { texts } from './texts/report.texts.js';

/** The weekly report: the newest edition for its reader, and any edition by its id. */
export const routes: FeatureRoute[] = [
  {
    path: '/reports',
    permission: 'report.read',
    layout: 'light',
    data: (_, { grants }) => [
      grants.some(({ scopeKind }) => scopeKind !== 'outlet') ? '/reports/latest' : '/reports/mine',
    ],
    lazy: () => import('./pages/latest-report-page.js').then((m) => m.LatestReportPage),
    nav: { label: { en: 'Reports', zh: '周报' }, icon: 'chart', order: 20 },
  },
  {
    path: '/reports/:id',
    permission: 'report.read',
    data: ({ id }) => [`/reports/${id}`],
    layout: 'light',
    lazy: () => import('./pages/report-page.js').then((m) => m.ReportPage),
  },
];

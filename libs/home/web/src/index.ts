import type { FeatureRoute } from '@wheelhouse/web-core';

/** The start page of every role, and the outlets behind its coverage. */
export const routes: FeatureRoute[] = [
  {
    path: '/',
    layout: 'light',
    data: () => ['/home'],
    lazy: () => import('./pages/home-page.js').then((m) => m.HomePage),
    nav: { label: { en: 'Home', zh: '首页' }, icon: 'home', order: 10 },
  },
  {
    path: '/coverage',
    layout: 'light',
    permission: 'report.read',
    lazy: () => import('./pages/coverage-page.js').then((m) => m.CoveragePage),
  },
];

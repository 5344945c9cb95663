import type { FeatureRoute } from '@wheelhouse/web-core';

export { texts } from './texts.js';

/** Pages of standards: the list, a version as a rule book, what changed in it. */
export const routes: FeatureRoute[] = [
  {
    path: '/standards',
    data: () => [{ pages: '/standards' }],
    layout: 'light',
    permission: 'standard.read',
    lazy: () => import('./pages/standards-page.js').then((m) => m.StandardsPage),
    nav: { label: { en: 'Standards', zh: '服务标准' }, icon: 'book', order: 50 },
  },
  {
    path: '/standards/versions/:id',
    layout: 'light',
    data: ({ id }) => [`/standard-versions/${id}`],
    permission: 'standard.read',
    lazy: () => import('./pages/version-page.js').then((m) => m.VersionPage),
  },
  {
    path: '/standards/versions/:id/changes',
    layout: 'light',
    data: ({ id }) => [`/standard-versions/${id}`],
    permission: 'standard.read',
    lazy: () => import('./pages/changes-page.js').then((m) => m.ChangesPage),
  },
];

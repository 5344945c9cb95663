import type { FeatureRoute } from '@wheelhouse/web-core';

export { texts } from './texts/cycle.texts.js';
export { objectiveTexts } from './texts/objective.texts.js';

/** PDCA cycles: all of them by phase, and one as a wheel. */
export const routes: FeatureRoute[] = [
  {
    path: '/cycles',
    data: () => [{ pages: '/cycles', query: { limit: 100 } }],
    permission: 'cycle.read',
    lazy: () => import('./pages/cycles-page.js').then((m) => m.CyclesPage),
    nav: { label: { en: 'Cycles', zh: 'PDCA 循环' }, icon: 'wheel', order: 40 },
  },
  {
    path: '/cycles/:id',
    permission: 'cycle.read',
    data: ({ id }) => [`/cycles/${id}`],
    lazy: () => import('./pages/cycle-page.js').then((m) => m.CyclePage),
  },
];

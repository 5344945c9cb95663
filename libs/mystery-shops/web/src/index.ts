import type { FeatureRoute } from '@wheelhouse/web-core';

export { texts } from './texts.js';

/** Pages of mystery shops: waves, and one wave with its shops. */
export const routes: FeatureRoute[] = [
  {
    path: '/waves',
    data: () => [{ pages: '/waves' }],
    permission: 'wave.manage',
    lazy: () => import('./pages/waves-page.js').then((m) => m.WavesPage),
    nav: { label: { en: 'Mystery shops', zh: '神秘客暗访' }, icon: 'mask', order: 35 },
  },
  {
    path: '/waves/:id',
    permission: 'wave.manage',
    data: ({ id }) => [`/waves/${id}`],
    lazy: () => import('./pages/wave-page.js').then((m) => m.WavePage),
  },
];

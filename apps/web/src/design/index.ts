import type { FeatureRoute } from '@wheelhouse/web-core';

/** The page that shows every building block. Not in the menu: whoever builds or judges finds it in the palette. */
export const routes: FeatureRoute[] = [
  {
    path: '/design',
    withoutTenant: true,
    lazy: () => import('./design-page.js').then((m) => m.DesignPage),
    commands: [
      {
        label: { en: 'Design: every building block', zh: '设计规范：全部组件' },
        icon: 'eye',
        words: 'tokens colours 颜色 components charts 图表',
      },
    ],
  },
];

import type { FeatureRoute } from '@wheelhouse/web-core';

export { texts } from './texts.js';

/** An organisation's plan and archives, for its headquarters and for the operator. */
export const routes: FeatureRoute[] = [
  {
    path: '/tenants/:id',
    operator: true,
    withoutTenant: true,
    data: ({ id }) => [`/tenants/${id}`],
    lazy: () => import('./pages/tenant-page.js').then((m) => m.TenantPage),
  },
  {
    path: '/organisation',
    permission: 'tenant.export',
    data: () => ['/plan', '/tenant-exports'],
    lazy: () => import('./pages/organisation-page.js').then((m) => m.OrganisationPage),
    nav: { label: { en: 'Plan and data', zh: '套餐与数据' }, icon: 'building', order: 150, group: 'admin' },
  },
];

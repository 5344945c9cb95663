import type { FeatureRoute } from '@wheelhouse/web-core';

export { brandTexts } from './brand.texts.js';
export { importTexts } from './import/texts.js';
export { networkTexts } from './network.texts.js';
export { outletTexts } from './outlet.texts.js';
export { settingsTexts } from './settings-texts.js';
export { texts } from './texts.js';

/** Pages of the network: tree and outlets, one outlet, peer groups, settings. */
export const routes: FeatureRoute[] = [
  {
    path: '/network',
    data: () => ['/org-units'],
    permission: 'org.read',
    lazy: () => import('./pages/network-page.js').then((m) => m.NetworkPage),
    nav: { label: { en: 'Network', zh: '门店网络' }, icon: 'network', order: 60 },
  },
  {
    path: '/network/peer-groups',
    permission: 'org.read',
    lazy: () => import('./pages/peer-groups-page.js').then((m) => m.PeerGroupsPage),
    data: () => ['/peer-groups'],
    commands: [{ label: { en: 'Peer groups', zh: '同类组' }, icon: 'people' }],
  },
  {
    path: '/network/import',
    permission: 'org.manage',
    layout: 'light',
    lazy: () => import('./import/import-page.js').then((m) => m.ImportPage),
  },
  {
    path: '/network/import/:id',
    permission: 'org.manage',
    layout: 'light',
    lazy: () => import('./import/import-run-page.js').then((m) => m.ImportRunPage),
  },
  {
    path: '/outlets/:id',
    permission: 'org.read',
    data: ({ id }) => [`/outlets/${id}`],
    lazy: () => import('./pages/outlet-page.js').then((m) => m.OutletPage),
  },
  {
    path: '/settings',
    data: () => ['/settings'],
    permission: 'settings.read',
    layout: 'light',
    lazy: () => import('./pages/settings-page.js').then((m) => m.SettingsPage),
    nav: { label: { en: 'Settings', zh: '设置' }, icon: 'settings', order: 120, group: 'admin' },
  },
];

import { apiOf } from './people.mjs';

const at = (domain) => (name) => `${name}@${domain}`;
const longxiang = at('longxiang.demo');

/** An audit of one's own network in some state. */
const auditOf = (query) => async (api) => `/audits/${(await first(api, `/audits?${query}`)).id}`;

async function first(api, path) {
  const { items } = await api(path);
  if (!items?.length) throw new Error(`the demo has nothing under ${path}`);
  return items[0];
}

/** Every page of the product: who looks at it, and where it is (ids come from the demo). */
export const PAGES = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-in of an organisation', path: '/sign-in?with=organisation' },
  { name: 'forgotten password', path: '/forgot-password' },
  { name: 'home of a franchise manager', as: longxiang('manager'), path: '/' },
  { name: 'home of a supervisor', as: longxiang('supervisor'), path: '/' },
  { name: 'home of a quality manager', as: longxiang('quality'), path: '/' },
  { name: 'home of a mystery shopper', as: longxiang('shopper'), path: '/' },
  { name: 'coverage', as: longxiang('quality'), path: '/coverage' },
  { name: 'report of a region', as: longxiang('supervisor'), path: '/reports' },
  {
    name: 'report of the network',
    as: longxiang('quality'),
    path: async (api) => `/reports/${(await api('/reports/latest')).id}`,
  },
  { name: 'report of one outlet', as: longxiang('manager'), path: '/reports' },
  { name: 'audits', as: longxiang('supervisor'), path: '/audits' },
  { name: 'assignments', as: longxiang('quality'), path: '/assignments' },
  { name: 'assignments of a mystery shopper', as: longxiang('shopper'), path: '/assignments' },
  { name: 'findings', as: longxiang('quality'), path: '/findings' },
  { name: 'new audit', as: longxiang('supervisor'), path: '/audits/new' },
  { name: 'result of an audit', as: longxiang('supervisor'), path: auditOf('kind=supervisor_audit&status=published') },
  { name: 'review of a mystery shop', as: longxiang('quality'), path: auditOf('kind=mystery_shop&status=in_review') },
  {
    name: 'audit form',
    as: 'manager@qingcha.demo',
    path: async (api) => `/audits/${(await api('/home')).drafts[0].id}/fill`,
  },
  { name: 'waves', as: longxiang('quality'), path: '/waves' },
  { name: 'wave', as: longxiang('quality'), path: async (api) => `/waves/${(await first(api, '/waves')).id}` },
  { name: 'cycles', as: longxiang('quality'), path: '/cycles' },
  { name: 'cycle', as: longxiang('quality'), path: async (api) => `/cycles/${(await first(api, '/cycles')).id}` },
  { name: 'standards', as: longxiang('quality'), path: '/standards' },
  {
    name: 'standard',
    as: longxiang('quality'),
    path: async (api) =>
      `/standards/versions/${(await first(api, '/standards')).versions.find(({ status }) => status === 'published').id}`,
  },
  { name: 'network', as: longxiang('admin'), path: '/network' },
  { name: 'peer groups', as: longxiang('admin'), path: '/network/peer-groups' },
  { name: 'outlet', as: longxiang('supervisor'), path: async (api) => `/outlets/${(await first(api, '/outlets')).id}` },
  { name: 'import of outlets', as: longxiang('admin'), path: '/network/import' },
  { name: 'settings', as: longxiang('admin'), path: '/settings' },
  { name: 'members', as: longxiang('admin'), path: '/members' },
  { name: 'member', as: longxiang('admin'), path: async (api) => `/members/${(await first(api, '/members')).id}` },
  { name: 'access', as: longxiang('admin'), path: '/access' },
  { name: 'audit trail', as: longxiang('admin'), path: '/trail' },
  { name: 'outbox', as: longxiang('admin'), path: '/outbox' },
  { name: 'mail', as: longxiang('admin'), path: async (api) => `/outbox/${(await first(api, '/mails')).id}` },
  { name: 'webhooks', as: longxiang('admin'), path: '/webhooks' },
  { name: 'plan and data', as: longxiang('admin'), path: '/organisation' },
  { name: 'profile', as: longxiang('viewer'), path: '/profile' },
  { name: 'design', as: longxiang('viewer'), path: '/design' },
  { name: 'tenants', as: 'operator@wheelhouse.demo', path: '/tenants' },
  {
    name: 'tenant',
    as: 'operator@wheelhouse.demo',
    path: async (api) => `/tenants/${(await first(api, '/tenants')).id}`,
  },
  { name: 'an address that is none', as: longxiang('viewer'), path: '/no/such/page', none: true },
];

/** The address of a page of the list. */
export async function pathOf({ path, as }) {
  return typeof path === 'string' ? path : await path(apiOf(as));
}

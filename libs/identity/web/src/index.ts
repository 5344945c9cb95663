import type { FeatureRoute } from '@wheelhouse/web-core';

export { accessTexts } from './access-texts.js';
export { accountTexts } from './account-texts.js';
export { inviteManyTexts } from './invite-many-texts.js';
export { peopleTexts } from './people-texts.js';
export { recordsTexts } from './records-texts.js';
export { ssoTexts } from './sso-texts.js';
export { texts } from './texts.js';
export { tokensTexts } from './tokens-texts.js';
export { webhooksTexts } from './webhooks/webhooks-texts.js';

/** Pages of identity: the door, members, organisations, profile, trail and outbox. */
export const routes: FeatureRoute[] = [
  { path: '/sign-in', layout: 'public', lazy: () => import('./pages/sign-in-page.js').then((m) => m.SignInPage) },
  { path: '/setup', layout: 'public', lazy: () => import('./pages/setup-page.js').then((m) => m.SetupPage) },
  {
    path: '/forgot-password',
    layout: 'public',
    lazy: () => import('./pages/forgot-password-page.js').then((m) => m.ForgotPasswordPage),
  },
  {
    path: '/reset-password/:token',
    layout: 'public',
    lazy: () => import('./pages/reset-password-page.js').then((m) => m.ResetPasswordPage),
  },
  {
    path: '/invitation/:token',
    layout: 'public',
    lazy: () => import('./pages/invitation-page.js').then((m) => m.InvitationPage),
  },
  {
    path: '/tenants',
    operator: true,
    withoutTenant: true,
    lazy: () => import('./pages/tenants-page.js').then((m) => m.TenantsPage),
    nav: { label: { en: 'Organisations', zh: '组织' }, icon: 'building', order: 5 },
  },
  {
    path: '/members',
    data: () => [{ pages: '/members' }],
    permission: 'member.read',
    lazy: () => import('./pages/members-page.js').then((m) => m.MembersPage),
    nav: { label: { en: 'Members', zh: '成员' }, icon: 'people', order: 110, group: 'admin' },
  },
  {
    path: '/members/:id',
    data: ({ id }) => [`/members/${id}`],
    permission: 'member.read',
    lazy: () => import('./pages/member-page.js').then((m) => m.MemberPage),
  },
  {
    path: '/access',
    permission: 'member.manage',
    lazy: () => import('./pages/access-page.js').then((m) => m.AccessPage),
    nav: { label: { en: 'Access', zh: '访问管理' }, icon: 'lock', order: 120, group: 'admin' },
  },
  {
    path: '/trail',
    data: () => [{ pages: '/trail' }, '/trail/kinds'],
    permission: 'trail.read',
    lazy: () => import('./pages/trail-page.js').then((m) => m.TrailPage),
    nav: { label: { en: 'Audit trail', zh: '审计日志' }, icon: 'trail', order: 130, group: 'admin' },
  },
  {
    path: '/webhooks',
    permission: 'webhook.manage',
    layout: 'light',
    data: () => ['/webhooks'],
    lazy: () => import('./webhooks/webhooks-page.js').then((m) => m.WebhooksPage),
    nav: { label: { en: 'Webhooks', zh: 'Webhook' }, icon: 'external', order: 135, group: 'admin' },
  },
  {
    path: '/outbox',
    data: () => [{ pages: '/mails' }],
    permission: 'outbox.read',
    lazy: () => import('./pages/outbox-page.js').then((m) => m.OutboxPage),
    nav: { label: { en: 'Outbox', zh: '发件箱' }, icon: 'mail', order: 140, group: 'admin' },
  },
  {
    path: '/outbox/:id',
    permission: 'outbox.read',
    layout: 'light',
    lazy: () => import('./pages/mail-page.js').then((m) => m.MailPage),
  },
  {
    path: '/profile',
    layout: 'light',
    commands: [
      {
        label: { en: 'My profile', zh: '我的资料' },
        icon: 'person',
        words: 'password 密码 language 语言 token 令牌 second factor 两步验证',
      },
    ],
    withoutTenant: true,
    lazy: () => import('./pages/profile-page.js').then((m) => m.ProfilePage),
  },
];

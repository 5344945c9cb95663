import type { Role } from '@wheelhouse/contracts';
import type { Locale } from '@wheelhouse/kernel';

const en = {
  orCopy: 'Or copy this address into your browser:',
  roles: {
    hq_admin: 'HQ administrator',
    quality_manager: 'Quality manager',
    supervisor: 'Supervisor',
    franchise_manager: 'Franchise manager',
    outlet_staff: 'Outlet staff',
    mystery_shopper: 'Mystery shopper',
    viewer: 'Viewer',
  } satisfies Record<Role, string>,
  everywhere: 'whole organisation',
  invitation: {
    subject: '{by} invites you to {tenant}',
    subjectHouse: 'You are invited to {tenant}',
    title: 'Welcome to {tenant}',
    text: '{name}, {by} invites you to work with {tenant} in Wheelhouse, where the quality of its outlets is checked, ranked and improved.',
    textHouse:
      '{name}, you are invited to work with {tenant} in Wheelhouse, where the quality of its outlets is checked, ranked and improved.',
    as: 'Your part',
    until: 'The link works once, until {until}.',
    go: 'Accept the invitation',
    footer: 'Sent to {email}. If you do not know {tenant}, ignore this mail: nothing happens without the link.',
  },
  reset: {
    subject: 'A new password for Wheelhouse',
    title: 'Choose a new password',
    text: '{name}, somebody, probably you, asked for a new password for {email}.',
    until: 'The link works once, until {until}. Afterwards you are signed out everywhere and sign in anew.',
    go: 'Choose a new password',
    footer: 'If it was not you, ignore this mail: your password stays as it is.',
  },
  changed: {
    subject: 'Your Wheelhouse password was changed',
    title: 'Your password was changed',
    text: '{name}, the password of {email} was changed on {at}. Every other session was signed out.',
    help: 'If it was not you, ask for a new password on the sign-in page at once and tell your administrator.',
    go: 'To Wheelhouse',
    footer: 'You get this mail because your account’s security is concerned.',
  },
};

const zh: typeof en = {
  orCopy: '或将以下地址复制到浏览器中打开：',
  roles: {
    hq_admin: '总部管理员',
    quality_manager: '品质经理',
    supervisor: '区域督导',
    franchise_manager: '门店经理',
    outlet_staff: '门店员工',
    mystery_shopper: '神秘客',
    viewer: '只读',
  },
  everywhere: '整个组织',
  invitation: {
    subject: '{by} 邀请您加入{tenant}',
    subjectHouse: '邀请您加入{tenant}',
    title: '欢迎加入{tenant}',
    text: '{name}，您好！{by} 邀请您在 Wheelhouse 中加入{tenant}，一起检查、比较并改进门店的服务质量。',
    textHouse: '{name}，您好！邀请您在 Wheelhouse 中加入{tenant}，一起检查、比较并改进门店的服务质量。',
    as: '您的角色',
    until: '链接仅可使用一次，有效期至 {until}。',
    go: '接受邀请',
    footer: '本邮件发送至 {email}。如果您不了解{tenant}，请忽略本邮件，不点击链接就不会有任何变化。',
  },
  reset: {
    subject: '重置 Wheelhouse 密码',
    title: '设置新密码',
    text: '{name}，您好！我们收到了为 {email} 重置密码的申请。',
    until: '链接仅可使用一次，有效期至 {until}。重置后所有设备将退出登录，请用新密码重新登录。',
    go: '设置新密码',
    footer: '如非本人操作，请忽略本邮件，密码不会改变。',
  },
  changed: {
    subject: '您的 Wheelhouse 密码已修改',
    title: '密码已修改',
    text: '{name}，您好！{email} 的密码已于 {at} 修改，其他会话均已退出。',
    help: '如非本人操作，请立即在登录页重置密码，并告知管理员。',
    go: '打开 Wheelhouse',
    footer: '本邮件涉及您的账号安全。',
  },
};

/** Words of the mails about one's account. */
export const ACCOUNT_LETTER_TEXTS: Record<Locale, typeof en> = { en, 'zh-CN': zh };

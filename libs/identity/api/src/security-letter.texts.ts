import type { Locale } from '@wheelhouse/kernel';

/** What can happen to how a person signs in, apart from a new password. */
export type FactorEvent =
  | 'second_factor.enable'
  | 'second_factor.disable'
  | 'second_factor.codes'
  | 'second_factor.recover'
  | 'second_factor.reset'
  | 'session.refresh_reused';

interface Words {
  subject: string;
  title: string;
  text: string;
}

const en: Record<FactorEvent, Words> = {
  'second_factor.enable': {
    subject: 'Your Wheelhouse account has a second factor',
    title: 'A second factor was set up',
    text: '{name}, since {at} signing in as {email} asks for a code of your authenticator app. Keep your recovery codes where you find them without your phone.',
  },
  'second_factor.disable': {
    subject: 'The second factor of your Wheelhouse account was switched off',
    title: 'The second factor was switched off',
    text: '{name}, since {at} the password alone is enough to sign in as {email}.',
  },
  'second_factor.codes': {
    subject: 'New recovery codes for your Wheelhouse account',
    title: 'New recovery codes',
    text: '{name}, new recovery codes for {email} were made on {at}. The old ones no longer work.',
  },
  'second_factor.recover': {
    subject: 'A recovery code of your Wheelhouse account was used',
    title: 'A recovery code was used',
    text: '{name}, on {at} somebody signed in as {email} with a recovery code instead of the authenticator app. That code is spent.',
  },
  'second_factor.reset': {
    subject: 'The second factor of your Wheelhouse account was reset',
    title: 'An administrator reset your second factor',
    text: '{name}, on {at} your administrator took the second factor of {email} away and signed you out everywhere. Sign in with your password and set it up anew.',
  },
  'session.refresh_reused': {
    subject: 'A program was signed out of your Wheelhouse account',
    title: 'A program was signed out',
    text: '{name}, on {at} a refresh token of {email} was used a second time, as happens when somebody has copied it. That sign-in was ended everywhere; sign the program in anew.',
  },
};

const zh: Record<FactorEvent, Words> = {
  'second_factor.enable': {
    subject: '您的 Wheelhouse 账号已启用两步验证',
    title: '已启用两步验证',
    text: '{name}，您好！自 {at} 起，登录 {email} 需要输入身份验证器的动态码。请妥善保存恢复码，以便手机不在身边时使用。',
  },
  'second_factor.disable': {
    subject: '您的 Wheelhouse 账号已关闭两步验证',
    title: '已关闭两步验证',
    text: '{name}，您好！自 {at} 起，仅凭密码即可登录 {email}。',
  },
  'second_factor.codes': {
    subject: '您的 Wheelhouse 账号已生成新的恢复码',
    title: '已生成新的恢复码',
    text: '{name}，您好！{email} 于 {at} 生成了新的恢复码，旧恢复码均已失效。',
  },
  'second_factor.recover': {
    subject: '您的 Wheelhouse 账号使用了恢复码',
    title: '恢复码已被使用',
    text: '{name}，您好！{at} 有人使用恢复码（而非身份验证器）登录了 {email}，该恢复码已失效。',
  },
  'second_factor.reset': {
    subject: '您的 Wheelhouse 账号的两步验证已被重置',
    title: '管理员重置了您的两步验证',
    text: '{name}，您好！管理员于 {at} 移除了 {email} 的两步验证，并退出了您的所有登录。请用密码登录后重新设置。',
  },
  'session.refresh_reused': {
    subject: '有程序被退出您的 Wheelhouse 账号',
    title: '有程序已被退出登录',
    text: '{name}，您好！{email} 的一个刷新令牌于 {at} 被再次使用，这通常说明令牌已被复制。相关登录已全部结束，请让该程序重新登录。',
  },
};

export const FACTOR_LETTER_TEXTS: Record<Locale, Record<FactorEvent, Words>> = { en, 'zh-CN': zh };

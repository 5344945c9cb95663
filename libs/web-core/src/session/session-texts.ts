import { defineTexts } from '@wheelhouse/ui';

/** Words of a session that ended while the app was open. */
export const sessionTexts = defineTexts('core.session', {
  en: {
    title: 'Your session has ended',
    text: 'Sign in again to go on. Everything on this page is kept, and what you just sent is sent again.',
    password: 'Password',
    code: 'Code of your authenticator app, or a recovery code',
    go: 'Sign in and go on',
    elsewhere:
      'Sign in again in another tab and come back: this page goes on by itself. Everything on it is kept, and what you just sent is sent again.',
    tab: 'Sign in in another tab',
    later: 'Not now',
    other: 'Sign in as somebody else',
    otherText: 'what is not saved on this page is lost then',
    bar: 'Your session has ended. Nothing is saved until you sign in again.',
    signIn: 'Sign in',
    prove: {
      title: 'Confirm that it is you',
      text: 'This changes who can get in, so it is asked for when some minutes have passed since you signed in.',
      go: 'Confirm',
      provider: 'Sign in at your organisation once more and come back: what you just did is then sent by itself.',
      there: 'Sign in there in another tab',
      cancel: 'Cancel',
    },
  },
  zh: {
    title: '登录已过期',
    text: '请重新登录后继续。本页内容全部保留，刚才的操作会自动重新提交。',
    password: '密码',
    code: '动态码或恢复码',
    go: '登录并继续',
    elsewhere: '请在新标签页中重新登录，然后返回，本页将自动继续。内容全部保留，刚才的操作会自动重新提交。',
    tab: '在新标签页登录',
    later: '稍后再说',
    other: '使用其他账号登录',
    otherText: '本页未保存的内容将会丢失',
    bar: '登录已过期，重新登录前无法保存任何内容。',
    signIn: '重新登录',
    prove: {
      title: '请验证您的身份',
      text: '此操作关系到谁可以登录。登录已有一段时间，需要再次确认是您本人。',
      go: '确认',
      provider: '请在您的组织处重新登录一次，然后返回本页，刚才的操作会自动提交。',
      there: '在新标签页中登录',
      cancel: '取消',
    },
  },
});

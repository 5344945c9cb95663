import { defineTexts } from '@wheelhouse/web-core';

/** Words of the frame, and of the page for whom no organisation is open. */
export const webTexts = defineTexts('web', {
  en: {
    admin: 'Administration',
    operator: 'Platform operation',
    shutTitle: 'No organisation of yours is open',
    shutText:
      'It is suspended or being closed, or you are no longer a member. Nothing that you saved is lost. Ask your headquarters, or whoever runs Wheelhouse for you.',
    lookAgain: 'Look again',
    signOut: 'Sign out',
  },
  zh: {
    admin: '管理',
    operator: '平台运营',
    shutTitle: '您目前没有可以进入的组织',
    shutText: '组织已停用或正在注销，或者您已不是其成员。已保存的内容都在。请联系总部或平台运营方。',
    lookAgain: '重新检查',
    signOut: '退出登录',
  },
});

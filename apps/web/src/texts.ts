import { defineTexts } from '@wheelhouse/web-core';

/** Words of the frame. */
export const webTexts = defineTexts('web', {
  en: { admin: 'Administration', operator: 'Platform operation' },
  zh: { admin: '管理', operator: '平台运营' },
});

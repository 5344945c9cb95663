import { defineTexts } from '@wheelhouse/web-core';

/** Words of the start page itself. */
export const homeTexts = defineTexts('home', {
  en: { title: 'Today', startNew: 'Start an audit' },
  zh: { title: '今日', startNew: '开始检查' },
});

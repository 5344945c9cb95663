import { seeEveryPage } from '../support/every-page.mjs';

seeEveryPage('zh-CN', { themes: ['light', 'dark'], whole: ['desktop light', 'phone dark'] });
